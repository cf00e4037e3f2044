using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>What a query asks of the key: one partition, and a range in it.</summary>
internal sealed class KeyConditionExpression
{
    /// <param name="scope">The request's placeholders.</param>
    /// <param name="text">The expression.</param>
    /// <param name="partitionKey">The name of the partition key of the table or index.</param>
    /// <param name="sortKey">The name of its sort key; null for none.</param>
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static KeyConditionExpression Parse(ExpressionScope scope, string text, string partitionKey, string? sortKey) => throw new NotSupportedException();

    public AttributeValue Partition => throw new NotSupportedException();

    /// <summary>Null for the whole partition.</summary>
    public SortKeyRange? Range => throw new NotSupportedException();
}
