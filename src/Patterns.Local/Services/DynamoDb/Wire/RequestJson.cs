using System.Buffers;
using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>Opens the JSON object that every request is.</summary>
internal static class RequestJson
{
    // 32 levels of values make two JSON levels each, in up to five levels of a transaction; the value reader refuses deeper ones in the service's words.
    private const int MaxDepth = 96;

    /// <summary>A reader on the object's first token.</summary>
    /// <exception cref="AwsException">The body is no object.</exception>
    public static Utf8JsonReader Open(in ReadOnlySequence<byte> body)
    {
        var options = new JsonReaderOptions { MaxDepth = MaxDepth };
        var reader = body.IsSingleSegment ? new Utf8JsonReader(body.FirstSpan, options) : new Utf8JsonReader(body, options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        return reader;
    }

    /// <summary>The body as a tree, for operations on tables.</summary>
    public static JsonDocument Parse(in ReadOnlySequence<byte> body)
    {
        var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException();
    }
}
