using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Transactions;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class TransactGetItems : IDynamoDbOperation
{
    private const int UnitsOfTransaction = 2;

    public string Name => nameof(TransactGetItems);

    public void Run(DynamoDbCall call)
    {
        var request = TransactionRequest.Read(call.Body);
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        var reads = TransactionParts.Make(request.Actions, Parse, call.Service);
        TransactionParts.CheckDistinct(reads.Select(read => (read.Table, read.Place)));
        var items = Read(reads);
        var capacities = new TableCapacities();
        for (var i = 0; i < reads.Length; i++)
        {
            capacities.Of(reads[i].Table).AddTable(ReadUnits.Of(items[i]?.Size ?? 0) * UnitsOfTransaction);
        }

        Write(call, reads, items);
        call.Json.WriteCapacities(capacities.All, detail, "ReadCapacityUnits");
    }

    private static Func<DynamoDbService, TransactionRead> Parse(TransactionAction action) => action.Kind == "Get"
        ? TransactionRead.Parse(action.Request)
        : throw DynamoDbErrors.Validation("TransactItems can only contain Get");

    private static Item?[] Read(TransactionRead[] reads)
    {
        using var locks = new TableLocks(reads.Select(read => read.Table));
        Item?[] items = [.. reads.Select(read => read.Table.Find(read.Place))];
        return items.Sum(item => (long)(item?.Size ?? 0)) <= DynamoDbLimits.TransactionBytes
            ? items
            : throw DynamoDbErrors.Validation("Transaction response size has exceeded the maximum allowed size");
    }

    private static void Write(DynamoDbCall call, TransactionRead[] reads, Item?[] items)
    {
        call.Json.WriteStartArray("Responses");
        for (var i = 0; i < items.Length; i++)
        {
            call.Json.WriteStartObject();
            if (items[i] is { } item)
            {
                call.Json.WriteItem("Item", reads[i].Projection?.Apply(item) ?? item);
            }

            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
