using System.Text.Json;

namespace Patterns.Local.Services.Wire;

/// <summary>Tells JSON from other payloads.</summary>
internal static class JsonText
{
    // What is deeper could not be read once it stands inside of a record.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 60 };

    /// <summary>Whether the payload is one JSON object or list and nothing else.</summary>
    public static bool IsObjectOrArray(ReadOnlySpan<byte> payload)
    {
        try
        {
            var json = new Utf8JsonReader(payload, s_options);
            return json.Read() && json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && json.TrySkip() && !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
