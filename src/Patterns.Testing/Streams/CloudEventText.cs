using System.Text.Json;
using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>A message as a structured CloudEvent, as channels without message attributes carry it.</summary>
internal static class CloudEventText
{
    private const string Prefix = "ce-";

    public static byte[] Write(Envelope envelope)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("specversion", "1.0");
            foreach (var (name, value) in envelope.ToAttributes())
            {
                writer.WriteString(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name, value);
            }

            WriteData(writer, envelope);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteData(Utf8JsonWriter writer, Envelope envelope)
    {
        if (envelope.Source is null)
        {
            writer.WriteString("source", "patterns");
        }

        if (envelope.Type is null)
        {
            writer.WriteString("type", "message");
        }

        try
        {
            using var data = JsonDocument.Parse(envelope.Body);
            writer.WritePropertyName("data");
            writer.WriteRawValue(envelope.Body.Span);
        }
        catch (JsonException)
        {
            writer.WriteBase64String("data_base64", envelope.Body.Span);
        }
    }
}
