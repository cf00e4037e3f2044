using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>One item that a transaction reads.</summary>
internal sealed record TransactionRead(Table Table, StorageKey Place, ProjectionExpression? Projection)
{
    /// <summary>Checks what needs no table, and returns what looks the table up and checks the rest.</summary>
    /// <exception cref="AwsException">The request is not valid.</exception>
    public static Func<DynamoDbService, TransactionRead> Parse(ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var expressions = new RequestExpressions(request, RequestParameters.Get);
        var projection = expressions.Projection;
        expressions.CheckAllUsed();
        return service =>
        {
            var table = service.Find(request.TableName);
            var place = ItemKey.OfKey(table.Key, key);
            KeyPaths.Check(table, projection?.NestedRoots);
            return new TransactionRead(table, place, projection);
        };
    }
}
