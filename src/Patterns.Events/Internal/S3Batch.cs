using System.Text.Json;
using Amazon.Lambda.S3Events;

namespace Patterns.TypedEvents.Internal;

internal sealed class S3Batch(S3Event batch) : RecordBatch
{
    private readonly List<S3Event.S3EventNotificationRecord> _records = batch.Records ?? [];

    public override SourceKind Source => SourceKind.S3;

    public override int Count => _records.Count;

    protected override string GetId(int index)
    {
        var record = _records[index];
        return $"{record.S3.Bucket.Arn}/{record.S3.Object.KeyDecoded}#{record.S3.Object.Sequencer}#{record.EventName}";
    }

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        buffer.Clear();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, _records[index]);
        }

        return buffer.Written;
    }

    protected override string? GetKey(int index) => _records[index].S3.Object.KeyDecoded;

    protected override string GetSourceArn(int index) => _records[index].S3.Bucket.Arn ?? "";

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(_records[index].EventTime.ToUniversalTime());

    protected override string? GetEventName(int index) => _records[index].EventName;

    private static void Write(Utf8JsonWriter writer, S3Event.S3EventNotificationRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("eventVersion"u8, record.EventVersion);
        writer.WriteString("eventSource"u8, record.EventSource);
        writer.WriteString("awsRegion"u8, record.AwsRegion);
        writer.WriteString("eventTime"u8, record.EventTime);
        writer.WriteString("eventName"u8, record.EventName);
        writer.WriteStartObject("s3"u8);
        writer.WriteString("s3SchemaVersion"u8, record.S3.S3SchemaVersion);
        writer.WriteString("configurationId"u8, record.S3.ConfigurationId);
        writer.WriteStartObject("bucket"u8);
        writer.WriteString("name"u8, record.S3.Bucket.Name);
        writer.WriteString("arn"u8, record.S3.Bucket.Arn);
        writer.WriteEndObject();
        writer.WriteStartObject("object"u8);
        writer.WriteString("key"u8, record.S3.Object.Key);
        writer.WriteNumber("size"u8, record.S3.Object.Size);
        writer.WriteString("eTag"u8, record.S3.Object.ETag);
        writer.WriteString("versionId"u8, record.S3.Object.VersionId);
        writer.WriteString("sequencer"u8, record.S3.Object.Sequencer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
