using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Takes positions instead of values from a JSON reader.</summary>
internal static class SliceReading
{
    /// <summary>The content of the string or number that the reader stands on, as it is in the payload.</summary>
    public static Slice Content(this ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length),
        JsonTokenType.Number => new Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length),
        _ => default,
    };

    /// <summary>The whole value that the reader stands on; leaves the reader on the value's last token.</summary>
    public static Slice Value(this ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new Slice(start, (int)reader.BytesConsumed - start);
    }

    /// <summary>A value only if it is an object; anything else is passed over.</summary>
    public static Slice ObjectOrNothing(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return reader.Value();
        }

        reader.Skip();
        return default;
    }

    /// <summary>A string's or number's content; any other value is passed over.</summary>
    public static Slice ContentOrNothing(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Skip();
            return default;
        }

        return reader.Content();
    }

    /// <summary>Takes the Base64 text that the reader stands on as the record's body.</summary>
    public static void TakeBase64Body(this ref Utf8JsonReader reader, ref RecordSlice record)
    {
        var isEscaped = reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped;
        record.Body = reader.ContentOrNothing();
        record.Encoding = isEscaped ? BodyEncoding.EscapedBase64 : BodyEncoding.Base64;
    }

    /// <summary>Takes the string that the reader stands on as the record's body.</summary>
    public static void TakeTextBody(this ref Utf8JsonReader reader, ref RecordSlice record)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            record.Body = reader.Value();
            return;
        }

        record.Body = reader.Content();
        record.Encoding = reader.ValueIsEscaped ? BodyEncoding.Escaped : BodyEncoding.Plain;
    }
}
