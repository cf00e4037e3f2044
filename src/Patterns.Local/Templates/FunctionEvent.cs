using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates;

/// <summary>An entry under <c>Events</c> of a SAM function.</summary>
internal sealed record FunctionEvent(string Name, string Type, MappingNode Properties, SourceLocation Location)
{
    public bool IsEmulated { get; init; }
}
