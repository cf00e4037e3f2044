using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>A resource as it stands in the template, before SAM and conditions.</summary>
internal sealed record ResourceDeclaration(
    string LogicalId, string Type, SourceLocation TypeLocation, MappingNode Properties, SourceLocation Location)
{
    public IReadOnlyList<ScalarNode> DependsOn { get; init; } = [];

    public ScalarNode? Condition { get; init; }

    /// <summary>Which of the Globals this resource refuses: <c>*</c> for all, or their names.</summary>
    public IReadOnlyList<string> IgnoredGlobals { get; init; } = [];

    public bool IsServerless => Type.StartsWith("AWS::Serverless::", StringComparison.Ordinal);
}
