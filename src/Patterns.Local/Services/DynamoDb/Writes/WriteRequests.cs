using Patterns.Local.Services.DynamoDb.Requests;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Makes writes from requests, which may be parts of a transaction.</summary>
internal static class WriteRequests
{
    public static PutWrite Put(DynamoDbService service, ItemRequest request)
    {
        var item = request.Item ?? throw DynamoDbErrors.NullMember("item");
        var expressions = new RequestExpressions(request, RequestParameters.Write);
        var condition = expressions.Condition;
        expressions.CheckAllUsed();
        return new PutWrite(service.Find(request.TableName), item)
        {
            Condition = condition,
            ShowsItemOnFailure = RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure),
        };
    }

    public static UpdateWrite Update(DynamoDbService service, ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var expressions = new RequestExpressions(request, RequestParameters.Update);
        var (update, condition) = (expressions.Update, expressions.Condition);
        expressions.CheckAllUsed();
        return new UpdateWrite(service.Find(request.TableName), key, update)
        {
            Condition = condition,
            ShowsItemOnFailure = RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure),
        };
    }

    public static DeleteWrite Delete(DynamoDbService service, ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var expressions = new RequestExpressions(request, RequestParameters.Write);
        var condition = expressions.Condition;
        expressions.CheckAllUsed();
        return new DeleteWrite(service.Find(request.TableName), key)
        {
            Condition = condition,
            ShowsItemOnFailure = RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure),
        };
    }

    public static CheckWrite Check(DynamoDbService service, ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        _ = request.ConditionExpression ?? throw DynamoDbErrors.NullMember("conditionExpression");
        var expressions = new RequestExpressions(request, RequestParameters.Write);
        var condition = expressions.Condition;
        expressions.CheckAllUsed();
        return new CheckWrite(service.Find(request.TableName), key)
        {
            Condition = condition,
            ShowsItemOnFailure = RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure),
        };
    }
}
