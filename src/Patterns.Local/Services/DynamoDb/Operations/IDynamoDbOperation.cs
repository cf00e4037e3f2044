using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>One operation of the API: reads its parameters, acts, then answers. It throws before it answers, or not at all.</summary>
internal interface IDynamoDbOperation
{
    string Name { get; }

    void Run(DynamoDbCall call);
}
