namespace Patterns.Local.Templates;

/// <summary>A template cannot be run; carries every mistake that was found, in the order of the file.</summary>
internal sealed class TemplateException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
