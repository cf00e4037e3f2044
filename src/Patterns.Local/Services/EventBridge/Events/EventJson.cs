using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Patterns.Local.Services.EventBridge.Events;

/// <summary>The envelope of events.</summary>
internal static class EventJson
{
    private const int MaxDepth = EventBridgeLimits.DetailDepth + 10;

    private static readonly JsonWriterOptions s_writeOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, SkipValidation = true };

    public static JsonDocumentOptions ReadOptions { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>A time as envelopes have it: UTC, in seconds.</summary>
    public static string TimeText(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static byte[] Write(BusEvent item, AwsEnvironment aws, JsonElement detail)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_writeOptions))
        {
            json.WriteStartObject();
            json.WriteString("version", "0");
            json.WriteString("id", item.Id);
            json.WriteString("detail-type", item.Header.DetailType);
            json.WriteString("source", item.Header.Source);
            json.WriteString("account", aws.AccountId);
            json.WriteString("time", TimeText(item.Time));
            json.WriteString("region", aws.Region);
            json.WriteStartArray("resources");
            foreach (var resource in item.Header.Resources)
            {
                json.WriteStringValue(resource);
            }

            json.WriteEndArray();
            json.WritePropertyName("detail");
            json.WriteRawValue(CompactJson.Of(detail.GetRawText()), skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
