using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class PutItem : ItemOperation
{
    public override string Name => nameof(PutItem);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        RequestOptions.CheckMetrics(request.ReturnItemCollectionMetrics);
        var returnsOld = RequestOptions.ReturnsOld(request.ReturnValues);
        var write = WriteRequests.Put(request)(call.Service);
        var outcome = write.Table.Write(write);
        WriteAnswer.Write(call.Json, returnsOld ? outcome.Before : null, write.Table.Name, outcome, detail);
    }
}
