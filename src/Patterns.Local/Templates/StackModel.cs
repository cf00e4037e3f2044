using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates;

/// <summary>A template, read and checked, with everything decided that needs no resource.</summary>
internal sealed record StackModel
{
    public required string Name { get; init; }

    public required string TemplatePath { get; init; }

    /// <summary>What relative paths in the template start from.</summary>
    public required string TemplateDirectory { get; init; }

    public required IReadOnlyDictionary<string, ResolvedParameter> Parameters { get; init; }

    /// <summary>Each resource after all that it refers to.</summary>
    public required IReadOnlyList<StackResource> Resources { get; init; }

    public required IReadOnlyList<StackOutput> Outputs { get; init; }

    /// <summary>What the template asks for and the runner does not do.</summary>
    public required IReadOnlyList<Diagnostic> Warnings { get; init; }

    /// <summary>Evaluates the nodes of this model.</summary>
    public required TemplateEvaluator Evaluator { get; init; }

    public IEnumerable<FunctionResource> Functions => Resources.OfType<FunctionResource>();

    public StackResource? Find(string logicalId) => Resources.FirstOrDefault(resource => resource.LogicalId == logicalId);
}
