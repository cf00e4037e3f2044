using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>The data of a CloudEvent: JSON, unless the content type says otherwise and it is a string, which then is the text itself.</summary>
internal struct CloudEventData
{
    private bool _isOther;
    private bool _isString;
    private bool _isEscaped;
    private Slice _text;

    public void Read(ref Utf8JsonReader reader, ref RecordSlice record)
    {
        _isString = reader.TokenType == JsonTokenType.String;
        _isEscaped = _isString && reader.ValueIsEscaped;
        _text = _isString ? reader.Content() : default;
        record.Body = reader.Value();
        record.Encoding = BodyEncoding.Plain;
    }

    public void ReadContentType(ref Utf8JsonReader reader)
    {
        _isOther = reader.TokenType == JsonTokenType.String && !IsJson(reader.GetString());
        reader.Skip();
    }

    /// <summary>Once all members are read, in whatever order: takes the string's content where it is the text itself.</summary>
    public readonly void TakeText(ref RecordSlice record)
    {
        if (_isOther && _isString)
        {
            record.Body = _text;
            record.Encoding = _isEscaped ? BodyEncoding.Escaped : BodyEncoding.Plain;
        }
    }

    private static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
