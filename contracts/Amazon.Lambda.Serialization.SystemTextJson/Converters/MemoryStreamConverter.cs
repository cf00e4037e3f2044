using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Keeps a stream as base64 text.</summary>
public class MemoryStreamConverter : JsonConverter<MemoryStream>
{
    /// <inheritdoc/>
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Convert.FromBase64String(reader.GetString()));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Convert.ToBase64String(value.ToArray()));
}
