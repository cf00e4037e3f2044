using System.Text.Json;

namespace Patterns.Testing;

internal static class StreamEventWriter
{
    public static void WriteKinesis(Utf8JsonWriter writer, StreamRecord record, string sequenceNumber, string streamArn, DateTimeOffset time, string shardId = "shardId-000000000000")
    {
        writer.WriteStartObject();
        writer.WriteStartObject("kinesis");
        writer.WriteString("kinesisSchemaVersion", "1.0");
        writer.WriteString("partitionKey", record.PartitionKey);
        writer.WriteString("sequenceNumber", sequenceNumber);
        writer.WriteBase64String("data", record.Data.Span);
        writer.WriteNumber("approximateArrivalTimestamp", time.ToUnixTimeMilliseconds() / 1000m);
        writer.WriteEndObject();
        writer.WriteString("eventSource", "aws:kinesis");
        writer.WriteString("eventVersion", "1.0");
        writer.WriteString("eventID", $"{shardId}:{sequenceNumber}");
        writer.WriteString("eventName", "aws:kinesis:record");
        writer.WriteString("awsRegion", "eu-west-1");
        writer.WriteString("eventSourceARN", streamArn);
        writer.WriteEndObject();
    }

    public static void WriteTable(Utf8JsonWriter writer, TableRecord record, string sequenceNumber, string streamArn, DateTimeOffset time)
    {
        writer.WriteStartObject();
        writer.WriteString("eventID", "event-" + sequenceNumber);
        writer.WriteString("eventName", record.EventName);
        writer.WriteString("eventVersion", "1.1");
        writer.WriteString("eventSource", "aws:dynamodb");
        writer.WriteString("awsRegion", "eu-west-1");
        writer.WriteStartObject("dynamodb");
        writer.WriteNumber("ApproximateCreationDateTime", (record.CreatedAt ?? time).ToUnixTimeSeconds());
        WriteImage(writer, "Keys", record.Keys);
        WriteImage(writer, "NewImage", record.NewImage);
        WriteImage(writer, "OldImage", record.OldImage);
        writer.WriteString("SequenceNumber", sequenceNumber);
        writer.WriteNumber("SizeBytes", 40);
        writer.WriteString("StreamViewType", "NEW_AND_OLD_IMAGES");
        writer.WriteEndObject();
        WriteExpiry(writer, record);
        writer.WriteString("eventSourceARN", streamArn);
        writer.WriteEndObject();
    }

    private static void WriteExpiry(Utf8JsonWriter writer, TableRecord record)
    {
        if (record.RemovedByExpiry)
        {
            writer.WriteStartObject("userIdentity");
            writer.WriteString("type", "Service");
            writer.WriteString("principalId", "dynamodb.amazonaws.com");
            writer.WriteEndObject();
        }
    }

    private static void WriteImage(Utf8JsonWriter writer, string name, string? image)
    {
        if (image is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(image);
        }
    }
}
