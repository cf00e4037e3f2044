namespace Patterns.Local.Functions.Handlers;

/// <summary>A class-library handler as a template names it: <c>Assembly::Namespace.Type::Method</c>.</summary>
internal sealed record HandlerName(string Assembly, string Type, string Method)
{
    private const string Separator = "::";

    public override string ToString() => $"{Assembly}{Separator}{Type}{Separator}{Method}";

    /// <summary>Reads the three parts, or says in <paramref name="error"/> what is wrong with the text.</summary>
    public static HandlerName? Parse(string text, out string? error)
    {
        var parts = text.Split(Separator);
        if (parts.Length != 3)
        {
            error = $"the handler '{text}' is not of the form Assembly::Namespace.Type::Method";
            return null;
        }

        var name = new HandlerName(parts[0].Trim(), parts[1].Trim(), parts[2].Trim());
        error = name.FirstMissingPart() is { } missing ? $"the handler '{text}' names no {missing}" : null;
        return error is null ? name : null;
    }

    /// <summary>Whether the text names a method of a class library; an executable is named by its assembly alone.</summary>
    public static bool IsClassLibrary(string text) => text.Contains(Separator, StringComparison.Ordinal);

    private string? FirstMissingPart() =>
        Assembly.Length == 0 ? "assembly" : Type.Length == 0 ? "type" : Method.Length == 0 ? "method" : null;
}
