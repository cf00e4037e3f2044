using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>One change of one item.</summary>
internal sealed class TableRecord(TableStream table) : StreamRecord
{
    private const string Version = "1.1";
    private const string Source = "aws:dynamodb";
    private const string ExpiryPrincipal = "dynamodb.amazonaws.com";

    /// <summary>The same for all readers and retries.</summary>
    public string EventId { get; } = RandomId.New().ToString("N");

    public required ChangeKind Kind { get; init; }

    public required Item Keys { get; init; }

    /// <summary>Null when the item is gone or the view type does not show it.</summary>
    public required Item? NewImage { get; init; }

    /// <summary>Null when the item is new or the view type does not show it.</summary>
    public required Item? OldImage { get; init; }

    public required bool IsExpiry { get; init; }

    public override int Size => Keys.Size + (NewImage?.Size ?? 0) + (OldImage?.Size ?? 0);

    public override void WriteEvent(Utf8JsonWriter json, RecordStream stream, Shard shard)
    {
        json.WriteStartObject();
        WriteHead(json);
        WriteChange(json);
        if (IsExpiry)
        {
            WriteIdentity(json, "type"u8, "principalId"u8);
        }

        json.WriteString("eventSourceARN"u8, stream.Arn);
        json.WriteEndObject();
    }

    /// <summary>Writes the record as readers of the API see it.</summary>
    public void WriteAnswer(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteHead(json);
        WriteChange(json);
        if (IsExpiry)
        {
            WriteIdentity(json, "Type"u8, "PrincipalId"u8);
        }

        json.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("eventID"u8, EventId);
        json.WriteString("eventName"u8, Kind.ToString());
        json.WriteString("eventVersion"u8, Version);
        json.WriteString("eventSource"u8, Source);
        json.WriteString("awsRegion"u8, table.Region);
    }

    private void WriteChange(Utf8JsonWriter json)
    {
        json.WriteStartObject("dynamodb"u8);
        json.WriteNumber("ApproximateCreationDateTime"u8, ArrivedAt.ToUnixTimeSeconds());
        WriteImage(json, "Keys"u8, Keys);
        WriteImage(json, "NewImage"u8, NewImage);
        WriteImage(json, "OldImage"u8, OldImage);
        json.WriteString("SequenceNumber"u8, SequenceNumber);
        json.WriteNumber("SizeBytes"u8, Size);
        json.WriteString("StreamViewType"u8, table.ViewType);
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, ReadOnlySpan<byte> name, Item? item)
    {
        if (item is not null)
        {
            json.WritePropertyName(name);
            AttributeValueWriter.WriteItem(json, item);
        }
    }

    private static void WriteIdentity(Utf8JsonWriter json, ReadOnlySpan<byte> type, ReadOnlySpan<byte> principal)
    {
        json.WriteStartObject("userIdentity"u8);
        json.WriteString(type, "Service"u8);
        json.WriteString(principal, ExpiryPrincipal);
        json.WriteEndObject();
    }
}
