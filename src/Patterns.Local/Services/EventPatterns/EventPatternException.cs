using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns;

/// <summary>A pattern that the dialect does not accept.</summary>
internal sealed class EventPatternException : Exception
{
    private const int ShownSource = 500;

    public EventPatternException(string reason)
        : base(reason)
    {
    }

    private EventPatternException(string reason, int line, int column, string source, Exception? inner)
        : base(reason, inner)
    {
        Line = line;
        Column = column;
        Pattern = source;
    }

    /// <summary>The line, from 1; 0 when the error concerns the pattern as a whole.</summary>
    public int Line { get; }

    /// <summary>The column after the offending token, from 1; 0 when the error concerns the pattern as a whole.</summary>
    public int Column { get; }

    public string? Pattern { get; }

    /// <summary>True when the pattern nests although the dialect matches flat attributes only.</summary>
    public bool IsNesting { get; init; }

    /// <summary>The reason and, if there is one, the position in the form that the services print it.</summary>
    public string Describe()
    {
        if (Pattern is null)
        {
            return Message;
        }

        var hidden = Pattern.Length - ShownSource;
        var shown = hidden > 0 ? $"\"{Pattern[..ShownSource]}\"[truncated {hidden} chars]" : $"\"{Pattern}\"";
        return $"{Message}\n at [Source: (String){shown}; line: {Line}, column: {Column}]";
    }

    public static EventPatternException Malformed(ReadOnlySpan<byte> json, JsonException error)
    {
        var start = 0;
        for (var line = 0L; line < (error.LineNumber ?? 0); line++)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        // The reader repeats the position in its message.
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = $"failed to parse JSON. {(end < 0 ? error.Message : error.Message[..end])}";
        return At(reason, json, start + (int)(error.BytePositionInLine ?? 0), error);
    }

    public static EventPatternException At(
        string reason, ReadOnlySpan<byte> json, int offset, Exception? inner = null)
    {
        var before = json[..Math.Clamp(offset, 0, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new EventPatternException(reason, line, column, Encoding.UTF8.GetString(json), inner);
    }
}
