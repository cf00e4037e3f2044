namespace Patterns.Local.HttpApi;

/// <summary>The binary media types of a REST API; others are text to it.</summary>
internal sealed class MediaTypes(IEnumerable<string> types)
{
    private const string All = "*/*";

    private readonly string[] _types = [.. types];

    public static MediaTypes None { get; } = new([]);

    /// <summary>Whether a header with one or more media types names a binary one; only the first counts, as for the service.</summary>
    public bool Cover(string? header)
    {
        var type = First(header).ToString();
        return Array.Exists(_types, known => known == All || type.Equals(known, StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> First(string? header)
    {
        var text = header.AsSpan();
        var end = text.IndexOfAny(',', ';');
        return (end < 0 ? text : text[..end]).Trim();
    }
}
