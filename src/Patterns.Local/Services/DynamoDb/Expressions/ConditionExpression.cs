using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>A condition or filter, ready to be asked.</summary>
internal sealed class ConditionExpression
{
    /// <param name="scope">The request's placeholders.</param>
    /// <param name="text">The expression.</param>
    /// <param name="parameter"><c>ConditionExpression</c> or <c>FilterExpression</c>, for errors.</param>
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static ConditionExpression Parse(ExpressionScope scope, string text, string parameter) => throw new NotSupportedException();

    /// <summary>The top-level attributes that the expression reads: a filter may not name a key attribute.</summary>
    public IReadOnlyCollection<string> RootAttributes => throw new NotSupportedException();

    /// <summary>Whether the item fulfils the condition; <see cref="Item.Empty"/> stands for one that does not exist.</summary>
    public bool Matches(Item item) => throw new NotSupportedException();
}
