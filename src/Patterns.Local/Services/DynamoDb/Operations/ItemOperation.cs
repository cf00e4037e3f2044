using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>An operation on the items of one table.</summary>
internal abstract class ItemOperation : IDynamoDbOperation
{
    public abstract string Name { get; }

    public void Run(DynamoDbCall call) => Run(call, ItemRequestReader.Read(call.Body));

    protected abstract void Run(DynamoDbCall call, ItemRequest request);
}
