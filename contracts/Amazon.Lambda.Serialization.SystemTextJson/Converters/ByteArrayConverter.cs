using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads bytes from base64 text or from an array of numbers; writes an array of numbers.</summary>
public class ByteArrayConverter : JsonConverter<byte[]>
{
    /// <inheritdoc/>
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetBytesFromBase64(),
        _ => ReadArray(ref reader),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, byte[] values, JsonSerializerOptions options)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static byte[] ReadArray(ref Utf8JsonReader reader)
    {
        var bytes = new List<byte>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return [.. bytes];
            }

            if (reader.TokenType == JsonTokenType.Number)
            {
                bytes.Add(reader.GetByte());
            }
        }

        throw new JsonException("The JSON value is neither base64 text nor an array of bytes.");
    }
}
