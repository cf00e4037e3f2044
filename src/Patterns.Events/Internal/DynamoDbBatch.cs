using System.Text.Json;
using Amazon.Lambda.DynamoDBEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class DynamoDbBatch(DynamoDBEvent batch, string? partitionKeyName, bool wholeChange) : RecordBatch
{
    private readonly IList<DynamoDBEvent.DynamodbStreamRecord> _records = batch.Records ?? [];

    public override SourceKind Source => SourceKind.DynamoDb;

    public override int Count => _records.Count;

    protected override string GetId(int index) => _records[index].Dynamodb.SequenceNumber;

    protected override string GetMessageId(int index) => _records[index].EventID ?? GetId(index);

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        buffer.Clear();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var record = _records[index];
            if (wholeChange)
            {
                WriteChange(writer, record);
            }
            else
            {
                AttributeValues.WriteItem(writer, LatestImage(record));
            }
        }

        return buffer.Written;
    }

    /// <summary>The partition key's value; null for a two-part key whose partition is not named.</summary>
    protected override string? GetKey(int index)
    {
        var keys = _records[index].Dynamodb.Keys;
        return keys switch
        {
            null => null,
            _ when partitionKeyName is not null => keys.TryGetValue(partitionKeyName, out var named) ? AttributeValues.ToKey(named) : null,
            { Count: 1 } => AttributeValues.ToKey(keys.Values.First()),
            _ => null,
        };
    }

    /// <summary>Records whose partition is not known are one key, so that none overtakes another.</summary>
    protected override bool HaveSameKey(int first, int second) => string.Equals(GetKey(first), GetKey(second), StringComparison.Ordinal);

    protected override int GetKeyHash(int index) => GetKey(index)?.GetHashCode(StringComparison.Ordinal) ?? 0;

    protected override string GetSourceArn(int index) => _records[index].EventSourceArn ?? "";

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(_records[index].Dynamodb.ApproximateCreationDateTime.ToUniversalTime());

    protected override string? GetEventName(int index) => _records[index].EventName;

    /// <summary>The new image, or the old one of a removed item; in a stream of keys only, the keys.</summary>
    private static Dictionary<string, DynamoDBEvent.AttributeValue> LatestImage(DynamoDBEvent.DynamodbStreamRecord record)
    {
        var image = record.EventName == "REMOVE" ? record.Dynamodb.OldImage : record.Dynamodb.NewImage;
        return (image, record.Dynamodb.OldImage) switch
        {
            ({ } latest, _) => latest,
            (null, { }) => throw new FormatException("The stream has old images only, which are out of date; take TableChange<T> as the message, or give the stream new images."),
            _ => record.Dynamodb.Keys,
        };
    }

    private static void WriteChange(Utf8JsonWriter writer, DynamoDBEvent.DynamodbStreamRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, record.EventName);
        WriteImage(writer, "keys", record.Dynamodb.Keys);
        WriteImage(writer, "new", record.Dynamodb.NewImage);
        WriteImage(writer, "old", record.Dynamodb.OldImage);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, string name, Dictionary<string, DynamoDBEvent.AttributeValue>? image)
    {
        if (image is not null)
        {
            writer.WritePropertyName(name);
            AttributeValues.WriteItem(writer, image);
        }
    }
}
