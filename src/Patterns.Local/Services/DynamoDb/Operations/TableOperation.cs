using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>An operation on tables; these are rare and small, so their parameters are read as a tree.</summary>
internal abstract class TableOperation : IDynamoDbOperation
{
    public abstract string Name { get; }

    public void Run(DynamoDbCall call)
    {
        using var document = RequestJson.Parse(call.Body);
        Run(call, new JsonInput(document.RootElement));
    }

    protected abstract void Run(DynamoDbCall call, JsonInput input);
}
