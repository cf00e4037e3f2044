using System.Text.Json;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>How answers list tags.</summary>
internal static class TagJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> tags)
    {
        json.WriteStartArray("Tags"u8);
        foreach (var (key, value) in tags)
        {
            json.WriteStartObject();
            json.WriteString("Key"u8, key);
            json.WriteString("Value"u8, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
