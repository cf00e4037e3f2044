using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads a pattern token by token and knows where errors are, counted as the services count.</summary>
internal ref struct PatternReader(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json);

    public readonly JsonTokenType Token => _reader.TokenType;

    public readonly bool IsAt(JsonTokenType token) => _reader.TokenType == token;

    /// <exception cref="JsonException">The JSON is malformed here.</exception>
    public bool Read() => _reader.Read();

    public void Skip() => _reader.Skip();

    public readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ErrorAfter("Text is not valid Unicode");
        }
    }

    public readonly Matching.PatternNumber Number() => Matching.PatternNumber.Of(_reader.ValueSpan);

    /// <summary>The token as it stands in the pattern; a string without its quotes.</summary>
    public readonly string Raw() => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan);

    /// <summary>An error about a token whose text was not looked at; for a key, that is the value behind it.</summary>
    public readonly EventPatternException Error(string reason)
    {
        var at = this;
        if (at.IsAt(JsonTokenType.PropertyName))
        {
            at.Read();
        }

        var isText = at.IsAt(JsonTokenType.String);
        return EventPatternException.At(reason, _json, (int)(isText ? at._reader.TokenStartIndex + 1 : at._reader.BytesConsumed));
    }

    /// <summary>An error found after the token had been read whole.</summary>
    public readonly EventPatternException ErrorAfter(string reason) =>
        EventPatternException.At(reason, _json, (int)_reader.BytesConsumed);
}
