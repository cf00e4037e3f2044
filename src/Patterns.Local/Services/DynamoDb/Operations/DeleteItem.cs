using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class DeleteItem : ItemOperation
{
    public override string Name => nameof(DeleteItem);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        RequestOptions.CheckMetrics(request.ReturnItemCollectionMetrics);
        var returnsOld = RequestOptions.ReturnsOld(request.ReturnValues);
        var write = WriteRequests.Delete(request)(call.Service);
        var outcome = write.Table.Write(write);
        WriteAnswer.Write(call.Json, returnsOld ? outcome.Before : null, write.Table.Name, outcome, detail);
    }
}
