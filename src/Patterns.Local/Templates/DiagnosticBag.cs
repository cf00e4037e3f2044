using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Templates;

/// <summary>Collects findings, each once, so that a reader sees all mistakes of a template together.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> _found = [];

    public bool IsEmpty => _found.Count == 0;

    public void Add(SourceLocation location, string message, string? hint = null) =>
        _found.Add(new Diagnostic(location, message, hint));

    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _found.OrderBy(found => found.Location.Line).ThenBy(found => found.Location.Column)];

    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new TemplateException(InOrder());
        }
    }

    /// <summary>For mistakes after which nothing sensible can be read.</summary>
    [DoesNotReturn]
    public void Stop(SourceLocation location, string message, string? hint = null)
    {
        Add(location, message, hint);
        throw new TemplateException(InOrder());
    }
}
