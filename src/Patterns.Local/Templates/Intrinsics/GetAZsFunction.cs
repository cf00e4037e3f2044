using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Every region has the zones a, b and c here.</summary>
internal sealed class GetAZsFunction : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (call.Argument is not ScalarNode { Text: var region })
        {
            return folding.Fail(call.Location, $"Fn::GetAZs takes the name of a region, and this is {call.Argument.Kind}");
        }

        region = region.Length > 0 ? region : folding.Scope.Pseudo.Region;
        return NodeFactory.List(call.Location, "abc".Select(zone => NodeFactory.Text(call.Location, region + zone)));
    }
}
