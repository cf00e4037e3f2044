using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class Scan : ItemOperation
{
    public override string Name => nameof(Scan);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        if (request.Limit < 1)
        {
            throw DynamoDbErrors.OutOfRange(request.Limit.Value, "limit", 1);
        }

        var segment = new SegmentRange(request);
        var expressions = new RequestExpressions(request, RequestParameters.Scan);
        var (projection, filter) = (expressions.Projection, expressions.Filter);
        expressions.CheckAllUsed();
        var source = new ReadSource(call.Service.Find(request.TableName), request);
        KeyPaths.Check(source.Table, projection?.NestedRoots);
        KeyPaths.Check(source.Table, filter?.NestedRoots);
        var selection = AttributeSelection.Of(request, projection, source.Index);
        var page = source.Table.Read(PageOf(request, source, segment, selection));
        new PageAnswer(source, page, selection) { Filter = filter, IsConsistent = request.ConsistentRead == true, Detail = detail }.Write(call.Json);
    }

    private static PageRequest PageOf(ItemRequest request, ReadSource source, SegmentRange segment, AttributeSelection selection)
    {
        var start = source.StartOf(request.ExclusiveStartKey);
        segment.CheckHolds(start);
        return new PageRequest(source.Index, start?.Behind() ?? segment.Low, segment.High)
        {
            Limit = request.Limit,
            FetchesFromTable = selection.FetchesFromTable,
        };
    }
}
