using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>A request for items of several tables.</summary>
internal sealed class BatchGetRequest
{
    /// <summary>The request for each table: keys, and which attributes.</summary>
    public IReadOnlyList<ItemRequest> Tables { get; private set; } = [];

    public string? ReturnConsumedCapacity { get; private set; }

    /// <exception cref="AwsException">The request is not well-formed.</exception>
    public static BatchGetRequest Read(in ReadOnlySequence<byte> body)
    {
        var request = new BatchGetRequest();
        List<ItemRequest>? tables = null;
        var reader = RequestJson.Open(body);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("RequestItems"u8))
            {
                tables = ReadTables(ref reader);
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

        request.Tables = BatchRules.Checked(tables);
        return request;
    }

    private static List<ItemRequest>? ReadTables(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var tables = new List<ItemRequest>();
        while (JsonRead.NextMember(ref reader))
        {
            var name = WireText.Read(ref reader);
            if (!JsonRead.EnterObject(ref reader))
            {
                throw DynamoDbErrors.NullMember($"requestItems.{name}.member");
            }

            var table = ItemRequestReader.Read(ref reader);
            table.TableName = name;
            tables.Add(table);
        }

        return tables;
    }
}
