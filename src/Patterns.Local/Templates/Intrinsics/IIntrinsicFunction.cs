using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal interface IIntrinsicFunction
{
    /// <summary>The value of the call, or a simpler call when a part of it is not known yet.</summary>
    TemplateNode Fold(IntrinsicNode call, Folding folding);
}
