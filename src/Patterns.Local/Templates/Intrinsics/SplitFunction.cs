using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class SplitFunction : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (Arguments(call, folding, "a separator and a text", 2, 2) is not [var separator, var text])
        {
            return new InvalidNode(call.Location);
        }

        return (separator, text) switch
        {
            (ScalarNode { Text: "" }, _) => folding.Fail(separator.Location, "the separator of Fn::Split is empty"),
            (IntrinsicNode, _) or (_, IntrinsicNode) => call,
            (ScalarNode by, ScalarNode whole) => NodeFactory.List(
                call.Location, whole.Text.Split(by.Text).Select(part => NodeFactory.Text(call.Location, part))),
            _ => folding.Fail(call.Location, $"Fn::Split splits text, and this is {text.Kind}"),
        };
    }
}
