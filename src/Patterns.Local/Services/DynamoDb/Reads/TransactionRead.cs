using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>One item that a transaction reads.</summary>
internal sealed class TransactionRead
{
    /// <exception cref="AwsException">The request is not valid.</exception>
    public TransactionRead(DynamoDbService service, ItemRequest request)
    {
        var key = request.Key ?? throw DynamoDbErrors.NullMember("key");
        var expressions = new RequestExpressions(request, RequestParameters.Get);
        Projection = expressions.Projection;
        expressions.CheckAllUsed();
        Table = service.Find(request.TableName);
        Place = ItemKey.OfKey(Table.Key, key);
    }

    public Table Table { get; }

    public StorageKey Place { get; }

    public ProjectionExpression? Projection { get; }
}
