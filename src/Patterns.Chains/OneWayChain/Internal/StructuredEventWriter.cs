using System.Text.Json;
using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>Writes an envelope as a structured CloudEvent, for channels that carry nothing beside the body.</summary>
internal static class StructuredEventWriter
{
    // The four that the specification asks for, when the envelope leaves them out.
    private const string DefaultType = "chain.step";

    public static MemoryStream Write(Envelope envelope, string step)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", envelope.Id);
            json.WriteString("source", envelope.Source ?? step);
            json.WriteString("type", envelope.Type ?? DefaultType);
            Write(json, "subject", envelope.Subject);
            Write(json, "correlationid", envelope.CorrelationId);
            Write(json, "causationid", envelope.CausationId);
            Write(json, "traceparent", envelope.TraceParent);
            foreach (var (name, value) in envelope.Attributes)
            {
                json.WriteString(name, value);
            }

            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(envelope.Body.Span);
            json.WriteEndObject();
        }

        stream.Position = 0;
        return stream;
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
