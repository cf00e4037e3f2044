using System.Text;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class JoinFunction : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (Arguments(call, folding, "a separator and a list", 2, 2) is not [var separator, var list])
        {
            return new InvalidNode(call.Location);
        }

        return (separator, list) switch
        {
            (IntrinsicNode, _) or (_, IntrinsicNode) => call,
            (ScalarNode { Text: var text }, SequenceNode items) => Join(text, items, call, folding),
            (ScalarNode, _) => folding.Fail(list.Location, $"Fn::Join joins a list, and this is {list.Kind}"),
            _ => folding.Fail(separator.Location, $"the separator of Fn::Join must be text, and this is {separator.Kind}"),
        };
    }

    private static TemplateNode Join(string separator, SequenceNode list, IntrinsicNode call, Folding folding)
    {
        if (list.Items.FirstOrDefault(item => item is not (ScalarNode or IntrinsicNode)) is { } wrong)
        {
            return folding.Fail(call.Location, $"only text can be put together, and a part is {wrong.Kind}");
        }

        if (!list.IsConstant)
        {
            return call;
        }

        return folding.Text(call.Location, Concatenate(separator, list.Items.Cast<ScalarNode>()));
    }

    private static string Concatenate(string separator, IEnumerable<ScalarNode> items)
    {
        var joined = new StringBuilder();
        var between = "";
        foreach (var item in items.TakeWhile(_ => joined.Length <= TemplateLimits.TextLength))
        {
            joined.Append(between).Append(item.Text);
            between = separator;
        }

        return joined.ToString();
    }
}
