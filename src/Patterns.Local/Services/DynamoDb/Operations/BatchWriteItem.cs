using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>Each write is atomic, the batch is not. There is always capacity for all of them.</summary>
internal sealed class BatchWriteItem : IDynamoDbOperation
{
    public string Name => nameof(BatchWriteItem);

    public void Run(DynamoDbCall call)
    {
        var request = BatchWriteRequest.Read(call.Body);
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        if (request.Writes.Count > DynamoDbLimits.BatchWrites)
        {
            throw DynamoDbErrors.Validation("Too many items requested for the BatchWriteItem call");
        }

        ItemWrite[] writes = [.. request.Writes.Select(write => Make(call.Service, write))];
        CheckDistinct(writes);
        Check(writes);
        var capacities = new TableCapacities();
        foreach (var write in writes)
        {
            capacities.Of(write.Table).Add(write.Table.Write(write).Units);
        }

        call.Json.WriteStartObject("UnprocessedItems");
        call.Json.WriteEndObject();
        call.Json.WriteCapacities(capacities.All, detail);
    }

    private static ItemWrite Make(DynamoDbService service, BatchWrite write) => write.IsPut
        ? new PutWrite(service.Find(write.Request.TableName), write.Request.Item!)
        : new DeleteWrite(service.Find(write.Request.TableName), write.Request.Key!);

    private static void CheckDistinct(ItemWrite[] writes)
    {
        foreach (var ofTable in writes.GroupBy(write => write.Table))
        {
            if (ofTable.Select(write => write.Key).Distinct(StoragePlaces.Instance).Count() != ofTable.Count())
            {
                throw DynamoDbErrors.Validation("Provided list of item keys contains duplicates");
            }
        }
    }

    // One item that the table cannot hold refuses the whole batch.
    private static void Check(ItemWrite[] writes)
    {
        foreach (var write in writes)
        {
            write.Apply(before: null);
        }
    }
}
