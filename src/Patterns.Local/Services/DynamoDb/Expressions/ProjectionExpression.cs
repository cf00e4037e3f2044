using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>Paths of which a read returns the values only.</summary>
internal sealed class ProjectionExpression
{
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static ProjectionExpression Parse(ExpressionScope scope, string text) => throw new NotSupportedException();

    /// <summary>The top-level attributes that the expression names: an index must hold them.</summary>
    public IReadOnlyCollection<string> RootAttributes => throw new NotSupportedException();

    public Item Apply(Item item) => throw new NotSupportedException();
}
