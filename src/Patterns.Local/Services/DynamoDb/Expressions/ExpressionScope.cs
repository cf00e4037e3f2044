using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>What the expressions of one request share: the names and values that stand for their placeholders.</summary>
internal sealed class ExpressionScope(IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
{
    public IReadOnlyDictionary<string, string>? Names { get; } = names;

    public IReadOnlyDictionary<string, AttributeValue>? Values { get; } = values;

    /// <summary>To be called when all expressions of the request are parsed.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: a name or value is used by no expression, or its placeholder is malformed.</exception>
    public void CheckAllUsed() => throw new NotSupportedException();
}
