using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>
/// Writes an envelope as a CloudEvent in structured JSON form, for channels without attributes: https://github.com/cloudevents/spec,
/// version 1.0. JSON stays as it is, other text is a JSON string of the content type <c>text/plain</c>, and what is no text is Base64.
/// </summary>
internal static class StructuredCloudEvent
{
    /// <summary>What a CloudEvent says where the envelope has no source.</summary>
    private const string DefaultSource = "patterns";

    /// <summary>What a CloudEvent says where the envelope has no type.</summary>
    private const string DefaultType = "message";

    private const string Prefix = "ce-";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">An attribute has a name that a CloudEvent has for something else, or no value.</exception>
    public static ReadOnlyMemory<byte> Write(Envelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(envelope.Body.Length + 256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0"u8);
            WriteAttributes(json, envelope);
            WriteData(json, envelope.Body.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteAttributes(Utf8JsonWriter json, Envelope envelope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "specversion", "data", "data_base64", "datacontenttype" };
        foreach (var (name, value) in envelope.ToAttributes())
        {
            var attribute = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
            if (!names.Add(attribute))
            {
                throw new ArgumentException($"The attribute '{name}' cannot be written, since a CloudEvent has '{attribute}' for something else.");
            }

            json.WriteString(attribute, value);
        }

        if (names.Add("source"))
        {
            json.WriteString("source"u8, DefaultSource);
        }

        if (names.Add("type"))
        {
            json.WriteString("type"u8, DefaultType);
        }
    }

    private static void WriteData(Utf8JsonWriter json, ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            json.WriteBase64String("data_base64"u8, body);
        }
        else if (IsJson(body))
        {
            json.WritePropertyName("data"u8);
            json.WriteRawValue(body, skipInputValidation: true);
        }
        else
        {
            json.WriteString("datacontenttype"u8, "text/plain"u8);
            json.WriteString("data"u8, body);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
