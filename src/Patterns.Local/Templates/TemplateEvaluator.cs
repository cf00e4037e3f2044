using System.Text.Json.Nodes;
using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates;

/// <summary>Turns a node of the model into JSON once the resources that it refers to exist.</summary>
internal sealed class TemplateEvaluator(TemplateScope scope)
{
    /// <summary>The value with every function called; null for an empty value and for <c>AWS::NoValue</c>.</summary>
    /// <exception cref="TemplateException">A function cannot be called, or a reference has no value.</exception>
    public JsonNode? Evaluate(TemplateNode node, IReferenceResolver references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var diagnostics = new DiagnosticBag();
        var value = new Folding(scope, diagnostics, references).Fold(node);
        diagnostics.ThrowIfAny();
        return NodeJson.ToJson(value);
    }
}
