using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class SelectFunction : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (Arguments(call, folding, "an index and a list", 2, 2) is not [var index, var list])
        {
            return new InvalidNode(call.Location);
        }

        return (index, list) switch
        {
            (IntrinsicNode, _) or (_, IntrinsicNode) => call,
            (ScalarNode { Text: var text }, SequenceNode items) when int.TryParse(text, out var number) => Select(number, items, call, folding),
            (ScalarNode, SequenceNode) => folding.Fail(index.Location, $"the index of Fn::Select must be a whole number, and this is '{index}'"),
            _ => folding.Fail(list.Location, $"Fn::Select selects from a list, and this is {list.Kind}"),
        };
    }

    private static TemplateNode Select(int index, SequenceNode list, IntrinsicNode call, Folding folding) =>
        index >= 0 && index < list.Items.Length
            ? list.Items[index]
            : folding.Fail(call.Location, $"Fn::Select has the index {index}, and the list has {list.Items.Length} items counted from 0");
}
