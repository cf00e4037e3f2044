namespace Patterns.Local.Templates;

/// <summary>One finding in a template: where, what, and the way out.</summary>
internal sealed record Diagnostic(SourceLocation Location, string Message, string? Hint = null)
{
    /// <summary>The line that people read, for example <c>template.yaml:14:7: resource 'A' is not defined; did you mean 'B'?</c></summary>
    public override string ToString() => Hint is null ? $"{Location}: {Message}" : $"{Location}: {Message}; {Hint}";
}
