using System.Buffers;
using System.Text;
using System.Text.Json;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>The JSON that a destination gets about records that were given up: where they are, not what they say.</summary>
internal static class FailureRecord
{
    public const string RetryAttemptsExhausted = "RetryAttemptsExhausted";
    public const string RecordAgeExceeded = "RecordAgeExceeded";

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Write(StreamReading reading, Shard shard, BatchPart part, string condition)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, StreamEvent.WriterOptions))
        {
            json.WriteStartObject();
            WriteContexts(json, reading, part, condition);
            json.WriteString("version"u8, "1.0"u8);
            json.WriteString("timestamp"u8, reading.Aws.Time.GetUtcNow().ToString(TimeFormat));
            WriteBatch(json, reading, shard, part.Entries);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteContexts(Utf8JsonWriter json, StreamReading reading, BatchPart part, string condition)
    {
        json.WriteStartObject("requestContext"u8);
        json.WriteString("requestId"u8, part.LastResult?.RequestId ?? Guid.NewGuid().ToString());
        json.WriteString("functionArn"u8, reading.Settings.Function.Arn);
        json.WriteString("condition"u8, condition);
        json.WriteNumber("approximateInvokeCount"u8, part.Attempts);
        json.WriteEndObject();
        if (part.LastResult is { } result)
        {
            json.WriteStartObject("responseContext"u8);
            json.WriteNumber("statusCode"u8, 200);
            json.WriteString("executedVersion"u8, result.ExecutedVersion);
            json.WriteString("functionError"u8, result.FunctionError);
            json.WriteEndObject();
        }
    }

    private static void WriteBatch(Utf8JsonWriter json, StreamReading reading, Shard shard, ArraySegment<BatchEntry> entries)
    {
        var (first, last) = (entries[0].Record, entries[^1].Record);
        json.WriteStartObject(reading.Kind.BatchInfoName);
        json.WriteString("shardId"u8, shard.Id);
        json.WriteString("startSequenceNumber"u8, first.SequenceNumber);
        json.WriteString("endSequenceNumber"u8, last.SequenceNumber);
        json.WriteString("approximateArrivalOfFirstRecord"u8, first.ArrivedAt.ToString(reading.Kind.TimeFormat));
        json.WriteString("approximateArrivalOfLastRecord"u8, last.ArrivedAt.ToString(reading.Kind.TimeFormat));
        json.WriteNumber("batchSize"u8, entries.Count);
        json.WriteString("streamArn"u8, reading.Stream.Arn);
        json.WriteEndObject();
    }
}
