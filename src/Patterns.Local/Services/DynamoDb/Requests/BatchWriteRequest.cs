using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>A request to put and delete items of several tables.</summary>
internal sealed class BatchWriteRequest
{
    public IReadOnlyList<BatchWrite> Writes { get; private set; } = [];

    public string? ReturnConsumedCapacity { get; private set; }

    /// <exception cref="AwsException">The request is not well-formed.</exception>
    public static BatchWriteRequest Read(in ReadOnlySequence<byte> body)
    {
        var request = new BatchWriteRequest();
        List<BatchWrite>? writes = null;
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
            else if (reader.ValueTextEquals("ReturnItemCollectionMetrics"u8))
            {
                RequestOptions.CheckMetrics(JsonRead.Text(ref reader));
            }
            else
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        request.Writes = BatchRules.Checked(writes);
        return request;
    }

    private static List<BatchWrite>? ReadTables(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var writes = new List<BatchWrite>();
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

    private static void ReadWrites(ref Utf8JsonReader reader, string tableName, List<BatchWrite> writes)
    {
        var number = 0;
        while (JsonRead.NextItem(ref reader))
        {
            var path = FormattableString.Invariant($"requestItems.{tableName}.member.{++number}.member");
            JsonRead.CheckNotNull(ref reader, path);
            var write = ReadWrite(ref reader) ?? throw AttributeError();
            CheckMember(write, path);
            write.Request.TableName = tableName;
            writes.Add(write);
        }
    }

    private static void CheckMember(BatchWrite write, string path)
    {
        if ((write.IsPut ? write.Request.Item : write.Request.Key) is null)
        {
            throw DynamoDbErrors.NullMember(path + (write.IsPut ? ".putRequest.item" : ".deleteRequest.key"));
        }
    }

    private static BatchWrite? ReadWrite(ref Utf8JsonReader reader)
    {
        BatchWrite? write = null;
        while (JsonRead.NextMember(ref reader))
        {
            var isPut = reader.ValueTextEquals("PutRequest"u8);
            if (!isPut && !reader.ValueTextEquals("DeleteRequest"u8))
            {
                JsonRead.SkipMember(ref reader);
            }
            else if (JsonRead.EnterObject(ref reader))
            {
                write = write is null ? new BatchWrite(isPut, ItemRequestReader.Read(ref reader)) : throw AttributeError();
            }
        }

        return write;
    }

    private static AwsException AttributeError() => DynamoDbErrors.Validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
}
