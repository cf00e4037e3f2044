using System.Text.Json;
using Amazon.Lambda.DynamoDBEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class DynamoDbBatch(DynamoDBEvent batch, string? partitionKeyName, bool wholeChange) : RecordBatch
{
    private readonly IList<DynamoDBEvent.DynamodbStreamRecord> _records = batch.Records ?? [];

    public override SourceKind Source => SourceKind.DynamoDb;

    public override int Count => _records.Count;

    protected override string GetId(int index) => _records[index].Dynamodb.SequenceNumber;

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
                AttributeValues.WriteItem(writer, record.Dynamodb.NewImage ?? record.Dynamodb.OldImage ?? record.Dynamodb.Keys);
            }
        }

        return buffer.Written;
    }

    /// <summary>The partition key's value. A two-part key whose partition is not named is one key for all records.</summary>
    protected override string? GetKey(int index)
    {
        var keys = _records[index].Dynamodb.Keys;
        return keys switch
        {
            null => "",
            _ when partitionKeyName is not null => keys.TryGetValue(partitionKeyName, out var named) ? AttributeValues.ToText(named) : "",
            { Count: 1 } => AttributeValues.ToText(keys.Values.First()),
            _ => "",
        };
    }

    protected override string GetSourceArn(int index) => _records[index].EventSourceArn ?? "";

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(_records[index].Dynamodb.ApproximateCreationDateTime.ToUniversalTime());

    protected override string? GetEventName(int index) => _records[index].EventName;

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
