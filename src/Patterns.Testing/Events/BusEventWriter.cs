using System.Text.Json;

namespace Patterns.Testing;

internal static class BusEventWriter
{
    public static void Write(
        Utf8JsonWriter writer,
        string id,
        string detailType,
        string source,
        string detail,
        DateTimeOffset time,
        string? resource)
    {
        writer.WriteStartObject();
        writer.WriteString("version", "0");
        writer.WriteString("id", id);
        writer.WriteString("detail-type", detailType);
        writer.WriteString("source", source);
        writer.WriteString("account", "111122223333");
        writer.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        writer.WriteString("region", "eu-west-1");
        writer.WriteStartArray("resources");
        if (resource is not null)
        {
            writer.WriteStringValue(resource);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("detail");
        writer.WriteRawValue(detail);
        writer.WriteEndObject();
    }
}
