using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class UpdateItem : ItemOperation
{
    public override string Name => nameof(UpdateItem);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        RequestOptions.CheckMetrics(request.ReturnItemCollectionMetrics);
        var returned = RequestOptions.ReturnValues(request.ReturnValues);
        var write = WriteRequests.Update(request)(call.Service);
        var outcome = write.Table.Write(write);
        WriteAnswer.Write(call.Json, Attributes(returned, write, outcome), write.Table.Name, outcome, detail);
    }

    private static Item? Attributes(ReturnValues returned, UpdateWrite write, WriteOutcome outcome) => returned switch
    {
        ReturnValues.AllOld => outcome.Before,
        ReturnValues.AllNew => outcome.After,
        ReturnValues.UpdatedOld => Written(write, outcome.Before),
        ReturnValues.UpdatedNew => Written(write, outcome.After),
        _ => null,
    };

    // An update that writes nothing that is there answers without attributes.
    private static Item? Written(UpdateWrite write, Item? item) =>
        item is not null && write.Update?.SelectWritten(item) is { Attributes.Count: > 0 } written ? written : null;
}
