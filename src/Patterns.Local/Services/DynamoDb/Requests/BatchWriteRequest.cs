using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>A request to put and delete items of several tables.</summary>
internal sealed class BatchWriteRequest
{
    /// <summary>One request for each item; one with an item is a put, one with a key a delete.</summary>
    public IReadOnlyList<ItemRequest> Writes { get; private set; } = [];

    public string? ReturnConsumedCapacity { get; private set; }

    /// <exception cref="AwsException">The request is not well-formed.</exception>
    public static BatchWriteRequest Read(in ReadOnlySequence<byte> body)
    {
        var request = new BatchWriteRequest();
        List<ItemRequest>? writes = null;
        var reader = RequestJson.Open(body);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("RequestItems"u8))
            {
                writes = ReadTables(ref reader);
            }
            else if (reader.ValueTextEquals("ReturnConsumedCapacity"u8))
            {
                request.ReturnConsumedCapacity = JsonRead.Text(ref reader);
            }
            else
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        request.Writes = BatchRules.Checked(writes);
        return request;
    }

    private static List<ItemRequest>? ReadTables(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var writes = new List<ItemRequest>();
        while (JsonRead.NextMember(ref reader))
        {
            var tableName = WireText.Read(ref reader);
            var before = writes.Count;
            if (JsonRead.EnterArray(ref reader))
            {
                ReadWrites(ref reader, tableName, writes);
            }

            if (writes.Count == before)
            {
                throw DynamoDbErrors.Constraint("[]", $"requestItems.{tableName}.member", "Member must have length less than or equal to 25, Member must have length greater than or equal to 1");
            }
        }

        return writes;
    }

    private static void ReadWrites(ref Utf8JsonReader reader, string tableName, List<ItemRequest> writes)
    {
        while (JsonRead.NextItem(ref reader))
        {
            JsonRead.CheckObject(ref reader);
            var write = ReadWrite(ref reader) ?? throw AttributeError();
            write.TableName = tableName;
            writes.Add(write);
        }
    }

    private static ItemRequest? ReadWrite(ref Utf8JsonReader reader)
    {
        ItemRequest? write = null;
        while (JsonRead.NextMember(ref reader))
        {
            var isWrite = reader.ValueTextEquals("PutRequest"u8) || reader.ValueTextEquals("DeleteRequest"u8);
            if (!isWrite)
            {
                JsonRead.SkipMember(ref reader);
            }
            else if (JsonRead.EnterObject(ref reader))
            {
                write = write is null ? ItemRequestReader.Read(ref reader) : throw AttributeError();
            }
        }

        return write;
    }

    private static AwsException AttributeError() => DynamoDbErrors.Validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
}
