using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>A function that has no value here, with the reason.</summary>
internal sealed class UnsupportedFunction(string reason, string hint) : IIntrinsicFunction
{
    public TemplateNode Fold(IntrinsicNode call, Folding folding) =>
        folding.Fail(call.Location, $"{call.Name} {reason}", hint);
}
