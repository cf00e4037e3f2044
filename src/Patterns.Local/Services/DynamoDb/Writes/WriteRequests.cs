using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>
/// Makes writes from requests, which may be parts of a transaction. Each method checks what needs no table, and returns what looks the
/// table up and checks the rest: a transaction checks the expressions of all its actions first.
/// </summary>
internal static class WriteRequests
{
    public static Func<DynamoDbService, PutWrite> Put(ItemRequest request)
    {
        var item = request.Item ?? throw DynamoDbErrors.NullMember("item");
        var (condition, showsItem) = Condition(request);
        return service => Checked(new PutWrite(service.Find(request.TableName), item) { Condition = condition, ShowsItemOnFailure = showsItem });
    }

    public static Func<DynamoDbService, UpdateWrite> Update(ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var expressions = new RequestExpressions(request, RequestParameters.Update);
        var (update, condition) = (expressions.Update, expressions.Condition);
        expressions.CheckAllUsed();
        var showsItem = RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure);
        return service =>
        {
            var write = new UpdateWrite(service.Find(request.TableName), key, update) { Condition = condition, ShowsItemOnFailure = showsItem };
            KeyPaths.Check(write.Table, update?.NestedRoots);
            return Checked(write);
        };
    }

    public static Func<DynamoDbService, DeleteWrite> Delete(ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var (condition, showsItem) = Condition(request);
        return service => Checked(new DeleteWrite(service.Find(request.TableName), key) { Condition = condition, ShowsItemOnFailure = showsItem });
    }

    public static Func<DynamoDbService, CheckWrite> Check(ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        _ = request.ConditionExpression ?? throw DynamoDbErrors.NullMember("conditionExpression");
        var (condition, showsItem) = Condition(request);
        return service => Checked(new CheckWrite(service.Find(request.TableName), key) { Condition = condition, ShowsItemOnFailure = showsItem });
    }

    private static (ConditionExpression? Condition, bool ShowsItem) Condition(ItemRequest request)
    {
        var expressions = new RequestExpressions(request, RequestParameters.Write);
        var condition = expressions.Condition;
        expressions.CheckAllUsed();
        return (condition, RequestOptions.ShowsItemOnFailure(request.ReturnValuesOnConditionCheckFailure));
    }

    private static T Checked<T>(T write)
        where T : ItemWrite
    {
        KeyPaths.Check(write.Table, write.Condition?.NestedRoots);
        return write;
    }
}
