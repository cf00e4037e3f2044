using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates;

/// <summary>A plain resource of the stack: SAM types are expanded, and conditions are decided.</summary>
/// <param name="Properties">
/// Everything that is known is put in; the calls that are left are <c>Ref</c> and <c>Fn::GetAtt</c> of resources, and functions of them.
/// </param>
/// <param name="Location">Where its logical id stands, or what it was generated from.</param>
internal record StackResource(string LogicalId, string Type, MappingNode Properties, SourceLocation Location)
{
    public ResourceSupport Support { get; init; }

    /// <summary>The resources that it names under <c>DependsOn</c>.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The condition that let it in.</summary>
    public string? Condition { get; init; }

    /// <summary>The logical id of the SAM resource that it was generated for; null when it stands in the template.</summary>
    public string? GeneratedBy { get; init; }
}
