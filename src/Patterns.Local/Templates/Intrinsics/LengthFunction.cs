using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class LengthFunction : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding) => call.Argument switch
    {
        SequenceNode list => NodeFactory.Number(call.Location, list.Items.Length),
        IntrinsicNode => call,
        var other => folding.Fail(call.Location, $"Fn::Length counts a list, and this is {other.Kind}"),
    };
}
