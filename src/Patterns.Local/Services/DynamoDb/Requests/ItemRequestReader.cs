using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Legacy;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Reads a request about items in one pass over its bytes. Unknown members are ignored, as the service does.</summary>
internal static class ItemRequestReader
{
    public static ItemRequest Read(in ReadOnlySequence<byte> body)
    {
        var reader = RequestJson.Open(body);
        return Read(ref reader);
    }

    /// <summary>Reads the object on whose first token the reader stands.</summary>
    public static ItemRequest Read(ref Utf8JsonReader reader)
    {
        var request = new ItemRequest();
        while (JsonRead.NextMember(ref reader))
        {
            if (!ReadTarget(ref reader, request) && !ExpressionReader.TryRead(ref reader, request) && !ReadReturn(ref reader, request)
                && !ReadPaging(ref reader, request) && !LegacyReader.TryRead(ref reader, request))
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return request;
    }

    private static bool ReadTarget(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("TableName"u8))
        {
            request.TableName = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("Key"u8))
        {
            request.Key = JsonRead.Item(ref reader);
        }
        else if (reader.ValueTextEquals("Item"u8))
        {
            request.Item = JsonRead.Item(ref reader);
        }
        else if (reader.ValueTextEquals("IndexName"u8))
        {
            request.IndexName = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("Keys"u8))
        {
            request.Keys = ReadKeys(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadReturn(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("ReturnValues"u8))
        {
            request.ReturnValues = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ReturnConsumedCapacity"u8))
        {
            request.ReturnConsumedCapacity = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ReturnItemCollectionMetrics"u8))
        {
            request.ReturnItemCollectionMetrics = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ReturnValuesOnConditionCheckFailure"u8))
        {
            request.ReturnValuesOnConditionCheckFailure = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ConsistentRead"u8))
        {
            request.ConsistentRead = JsonRead.Flag(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadPaging(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("Limit"u8))
        {
            request.Limit = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("ScanIndexForward"u8))
        {
            request.ScanIndexForward = JsonRead.Flag(ref reader);
        }
        else if (reader.ValueTextEquals("Select"u8))
        {
            request.Select = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("ExclusiveStartKey"u8))
        {
            request.ExclusiveStartKey = JsonRead.Item(ref reader);
        }
        else if (reader.ValueTextEquals("Segment"u8))
        {
            request.Segment = JsonRead.Integer(ref reader);
        }
        else if (reader.ValueTextEquals("TotalSegments"u8))
        {
            request.TotalSegments = JsonRead.Integer(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static List<Item>? ReadKeys(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterArray(ref reader))
        {
            return null;
        }

        var keys = new List<Item>();
        while (JsonRead.NextItem(ref reader))
        {
            keys.Add(AttributeValueReader.ReadItem(ref reader));
        }

        return keys;
    }
}
