using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class GetItem : ItemOperation
{
    public override string Name => nameof(GetItem);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        var expressions = new RequestExpressions(request, RequestParameters.Get);
        var projection = expressions.Projection;
        expressions.CheckAllUsed();
        var table = call.Service.Find(request.TableName);
        var place = ItemKey.OfKey(table.Key, key);
        KeyPaths.Check(table, projection?.NestedRoots);
        var item = table.Get(place);
        if (item is not null)
        {
            call.Json.WriteItem("Item", projection?.Apply(item) ?? item);
        }

        if (detail != CapacityDetail.None)
        {
            var capacity = new ConsumedCapacity(table.Name);
            capacity.AddTable(ReadUnits.Of(item?.Size ?? 0, request.ConsistentRead == true));
            call.Json.WriteCapacity(capacity, detail);
        }
    }
}
