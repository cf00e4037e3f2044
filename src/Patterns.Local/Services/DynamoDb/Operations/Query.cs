using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class Query : ItemOperation
{
    public override string Name => nameof(Query);

    protected override void Run(DynamoDbCall call, ItemRequest request)
    {
        var detail = CapacityAnswer.Detail(request.ReturnConsumedCapacity);
        CheckParameters(request);
        var expressions = new RequestExpressions(request, RequestParameters.Query);
        var (projection, filter) = (expressions.Projection, expressions.Filter);
        var source = new ReadSource(call.Service.Find(request.TableName), request);
        var condition = expressions.KeyCondition(source.Key);
        expressions.CheckAllUsed();
        KeyPaths.Check(source.Table, projection?.NestedRoots);
        CheckFilter(filter, source.Key, expressions.HasLegacyFilter);
        KeyPaths.Check(source.Table, filter?.NestedRoots);
        var selection = AttributeSelection.Of(request, projection, source.Index);
        var page = source.Table.Read(PageOf(request, source, new KeyRange(source.Key, condition), selection));
        new PageAnswer(source, page, selection) { Filter = filter, IsConsistent = request.ConsistentRead == true, Detail = detail }.Write(call.Json);
    }

    private static void CheckParameters(ItemRequest request)
    {
        if (request.Limit < 1)
        {
            throw DynamoDbErrors.OutOfRange(request.Limit.Value, "limit", 1);
        }

        if (request.KeyConditionExpression is null && request.Legacy?.KeyConditions is null)
        {
            throw DynamoDbErrors.Validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
    }

    private static void CheckFilter(ConditionExpression? filter, KeySchema key, bool isLegacy)
    {
        foreach (var name in filter?.RootAttributes ?? [])
        {
            if (key.Contains(name))
            {
                throw DynamoDbErrors.Validation(
                    $"{(isLegacy ? "QueryFilter" : "Filter Expression")} can only contain non-primary key attributes: Primary key attribute: {name}");
            }
        }
    }

    private static PageRequest PageOf(ItemRequest request, ReadSource source, KeyRange range, AttributeSelection selection)
    {
        var start = source.StartOf(request.ExclusiveStartKey);
        range.CheckHolds(start);
        var isForward = request.ScanIndexForward != false;
        return new PageRequest(source.Index, Low(range, start, isForward), High(range, start, isForward))
        {
            IsForward = isForward,
            Limit = request.Limit,
            FetchesFromTable = selection.FetchesFromTable,
        };
    }

    private static StorageKey Low(KeyRange range, StorageKey? start, bool isForward) => isForward && start is not null ? start.Behind() : range.Low;

    private static StorageKey High(KeyRange range, StorageKey? start, bool isForward) => !isForward && start is not null ? start.Before() : range.High;
}
