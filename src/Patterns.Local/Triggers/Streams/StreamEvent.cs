using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Patterns.Local.Triggers.Streams;

/// <summary>The event that a function gets for a batch of records, put together from records that are JSON already.</summary>
internal static class StreamEvent
{
    public static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the event has beside its records and the state of a window, with room to spare.</summary>
    public const int Envelope = 1024;

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<BatchEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(SizeOf(entries));
        buffer.Write("{"u8);
        WriteRecords(buffer, entries);
        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The event for an invocation in a tumbling window.</summary>
    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<BatchEntry> entries, WindowState window, string shardId, string streamArn, bool isFinal, bool isEarly)
    {
        var buffer = new ArrayBufferWriter<byte>(SizeOf(entries) + window.State.Length);
        buffer.Write("{"u8);
        WriteRecords(buffer, entries);
        buffer.Write(","u8);
        buffer.Write(Properties(window, shardId, streamArn, isFinal, isEarly).Span[1..]);
        return buffer.WrittenMemory;
    }

    private static int SizeOf(ReadOnlySpan<BatchEntry> entries)
    {
        var size = Envelope;
        foreach (var entry in entries)
        {
            size += entry.Json.Length + 1;
        }

        return size;
    }

    private static void WriteRecords(ArrayBufferWriter<byte> buffer, ReadOnlySpan<BatchEntry> entries)
    {
        buffer.Write("\"Records\":["u8);
        for (var i = 0; i < entries.Length; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(entries[i].Json.Span);
        }

        buffer.Write("]"u8);
    }

    private static ReadOnlyMemory<byte> Properties(WindowState window, string shardId, string streamArn, bool isFinal, bool isEarly)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        json.WriteStartObject();
        json.WriteStartObject("window"u8);
        json.WriteString("start"u8, window.Bounds.Start.ToString(TimeFormat));
        json.WriteString("end"u8, window.Bounds.End.ToString(TimeFormat));
        json.WriteEndObject();
        json.WritePropertyName("state"u8);
        json.WriteRawValue(window.State.Span, skipInputValidation: true);
        json.WriteString("shardId"u8, shardId);
        json.WriteString("eventSourceARN"u8, streamArn);
        json.WriteBoolean("isFinalInvokeForWindow"u8, isFinal);
        json.WriteBoolean("isWindowTerminatedEarly"u8, isEarly);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
