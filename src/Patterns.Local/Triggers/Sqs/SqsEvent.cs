using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>The event that a function gets for a batch of messages.</summary>
internal static class SqsEvent
{
    /// <summary>What a record costs beside its body and attributes, so that a batch can be cut without being written.</summary>
    private const int Overhead = 1024;

    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<ReceivedMessage> messages, string queueArn, string region)
    {
        var buffer = new ArrayBufferWriter<byte>(messages.Count * Overhead);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records"u8);
            for (var i = 0; i < messages.Count; i++)
            {
                WriteRecord(json, messages[i], queueArn, region, default);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>One record as filters see it: a body that is JSON appears as JSON.</summary>
    public static ReadOnlyMemory<byte> WriteForFilter(ReceivedMessage message, string queueArn, string region, bool bodyIsJson)
    {
        var buffer = new ArrayBufferWriter<byte>(Overhead);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            WriteRecord(json, message, queueArn, region, bodyIsJson ? message.Utf8Body : default);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>About as many bytes as the record takes in the event, rather more than less.</summary>
    public static long SizeOf(ReceivedMessage message)
    {
        long size = Overhead + EscapedSize(message.Utf8Body.Span);
        foreach (var (name, attribute) in message.Attributes ?? EmptyAttributes)
        {
            size += 128 + (6L * name.Length) + (6L * (attribute.StringValue?.Length ?? 0)) + (2L * attribute.BinaryValue.Length);
        }

        return size;
    }

    private static readonly Dictionary<string, MessageAttribute> EmptyAttributes = [];

    // Quotes and line ends become two characters, other control characters six, characters of four bytes twelve.
    private static long EscapedSize(ReadOnlySpan<byte> body)
    {
        long size = body.Length;
        foreach (var b in body)
        {
            size += b switch
            {
                (byte)'"' or (byte)'\\' or (byte)'\n' or (byte)'\r' or (byte)'\t' => 1,
                < 0x20 or 0x7f => 5,
                >= 0xf0 => 8,
                _ => 0,
            };
        }

        return size;
    }

    private static void WriteRecord(Utf8JsonWriter json, ReceivedMessage message, string queueArn, string region, ReadOnlyMemory<byte> jsonBody)
    {
        json.WriteStartObject();
        json.WriteString("messageId"u8, message.Id);
        json.WriteString("receiptHandle"u8, message.ReceiptHandle);
        json.WritePropertyName("body"u8);
        if (jsonBody.IsEmpty)
        {
            json.WriteStringValue(message.Utf8Body.Span);
        }
        else
        {
            json.WriteRawValue(jsonBody.Span, skipInputValidation: true);
        }

        WriteSystemAttributes(json, message);
        WriteAttributes(json, message);
        json.WriteString("md5OfBody"u8, message.Md5OfBody);
        json.WriteString("eventSource"u8, "aws:sqs"u8);
        json.WriteString("eventSourceARN"u8, queueArn);
        json.WriteString("awsRegion"u8, region);
        json.WriteEndObject();
    }

    private static void WriteSystemAttributes(Utf8JsonWriter json, ReceivedMessage message)
    {
        json.WriteStartObject("attributes"u8);
        json.WriteString("ApproximateReceiveCount"u8, message.ReceiveCount.ToString(CultureInfo.InvariantCulture));
        WriteIfPresent(json, "AWSTraceHeader"u8, message.TraceHeader);
        WriteTime(json, "SentTimestamp"u8, message.SentAt);
        WriteIfPresent(json, "SequenceNumber"u8, message.SequenceNumber);
        WriteIfPresent(json, "MessageGroupId"u8, message.GroupId);
        json.WriteString("SenderId"u8, message.SenderId);
        WriteIfPresent(json, "MessageDeduplicationId"u8, message.DeduplicationId);
        WriteTime(json, "ApproximateFirstReceiveTimestamp"u8, message.FirstReceivedAt);
        WriteIfPresent(json, "DeadLetterQueueSourceArn"u8, message.DeadLetterQueueSourceArn);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, ReceivedMessage message)
    {
        json.WriteStartObject("messageAttributes"u8);
        foreach (var (name, attribute) in message.Attributes ?? EmptyAttributes)
        {
            json.WriteStartObject(name);
            if (attribute.IsBinary)
            {
                json.WriteBase64String("binaryValue"u8, attribute.BinaryValue.Span);
            }
            else
            {
                json.WriteString("stringValue"u8, attribute.StringValue);
            }

            json.WriteStartArray("stringListValues"u8);
            json.WriteEndArray();
            json.WriteStartArray("binaryListValues"u8);
            json.WriteEndArray();
            json.WriteString("dataType"u8, attribute.DataType);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteIfPresent(json, "md5OfMessageAttributes"u8, message.Md5OfAttributes);
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time) =>
        json.WriteString(name, time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private static void WriteIfPresent(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
