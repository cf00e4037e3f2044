using System.Buffers;
using System.Text.Json;
using Patterns.Limits;

namespace Patterns.WebSocketPush.Internal;

/// <summary>The messages of topics as clients get them.</summary>
internal static class PushMessage
{
    /// <exception cref="ArgumentException">The data is no JSON, or the message would be too large.</exception>
    public static void Check(string topic, ReadOnlyMemory<byte> data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The data is no JSON: {exception.Message}", nameof(data), exception);
        }

        if (Data(topic, long.MaxValue, data).Length is var size and > ServiceLimits.WebSocketMessageBytes)
        {
            throw new ArgumentException($"The message would have up to {size} bytes, and a client takes {ServiceLimits.WebSocketMessageBytes}.", nameof(data));
        }
    }

    public static ReadOnlyMemory<byte> Data(string topic, long sequence, ReadOnlyMemory<byte> data) => Write(topic, json =>
    {
        json.WriteNumber("sequence", sequence);
        json.WritePropertyName("data");
        json.WriteRawValue(data.Span, skipInputValidation: true);
    });

    /// <summary>What a client gets after a resync.</summary>
    public static ReadOnlyMemory<byte> End(string topic, long last, bool isComplete) => Write(topic, json =>
    {
        json.WriteString("resync", isComplete ? "done" : "reload");
        json.WriteNumber("sequence", last);
    });

    public static ReadOnlyMemory<byte> Refusal(string topic) => Write(topic, json => json.WriteString("error", "forbidden"));

    private static ReadOnlyMemory<byte> Write(string topic, Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("topic", topic);
        write(json);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }
}
