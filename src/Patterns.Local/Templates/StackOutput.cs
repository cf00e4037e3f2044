using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates;

internal sealed record StackOutput(string Name, TemplateNode Value, SourceLocation Location)
{
    public string? Description { get; init; }
}
