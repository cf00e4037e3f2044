using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.References;

/// <summary>Reports what really needs a resource that a condition leaves out.</summary>
internal sealed class LeftOutCheck(KnownNames names, DiagnosticBag diagnostics)
{
    public void Check(TemplateNode folded)
    {
        foreach (var needed in Reference.In(folded))
        {
            if (names.ConditionOfLeftOut(needed.LogicalId) is { } condition)
            {
                diagnostics.Add(
                    needed.Location,
                    $"resource '{needed.LogicalId}' is left out, because the condition '{condition}' does not hold",
                    $"refer to it inside Fn::If with '{condition}'");
            }
        }
    }
}
