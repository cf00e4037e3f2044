using System.Buffers;
using System.Text;
using System.Text.Json;
using Patterns.Local.Services.Firehose.Delivery;

namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>Writes the event that a function gets for a batch.</summary>
internal static class TransformEvent
{
    private const int RecordOverhead = 160;
    private const int SourceOverhead = 320;

    /// <summary>What a record takes in the event, not less than it really does.</summary>
    public static int SizeOf(FirehoseRecord record)
    {
        var source = record.Source is { } position ? SourceOverhead + (6 * Encoding.UTF8.GetByteCount(position.PartitionKey)) : 0;
        return ((record.Data.Length + 2) / 3 * 4) + RecordOverhead + source;
    }

    public static byte[] Write(IReadOnlyList<FirehoseRecord> records, DeliveryNames names)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("invocationId", RandomId.New());
            if (names.SourceStreamArn is { } source)
            {
                json.WriteString("sourceKinesisStreamArn", source);
            }

            json.WriteString("deliveryStreamArn", names.Arn);
            json.WriteString("region", names.Region);
            json.WriteStartArray("records");
            foreach (var record in records)
            {
                WriteRecord(json, record);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteRecord(Utf8JsonWriter json, FirehoseRecord record)
    {
        json.WriteStartObject();
        json.WriteString("recordId", record.Id);
        json.WriteNumber("approximateArrivalTimestamp", record.ArrivedAt.ToUnixTimeMilliseconds());
        json.WriteBase64String("data", record.Data.Span);
        if (record.Source is { } source)
        {
            json.WriteStartObject("kinesisRecordMetadata");
            json.WriteString("sequenceNumber", source.SequenceNumber);
            json.WriteNumber("subsequenceNumber", 0);
            json.WriteString("partitionKey", source.PartitionKey);
            json.WriteString("shardId", source.ShardId);
            json.WriteNumber("approximateArrivalTimestamp", source.ArrivedAt.ToUnixTimeMilliseconds());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
