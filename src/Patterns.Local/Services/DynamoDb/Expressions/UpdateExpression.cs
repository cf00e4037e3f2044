using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>An update, ready to be applied.</summary>
internal sealed class UpdateExpression
{
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static UpdateExpression Parse(ExpressionScope scope, string text) => throw new NotSupportedException();

    /// <summary>The top-level attributes that the expression writes: none may belong to the table's key.</summary>
    public IReadOnlyCollection<string> WrittenRoots => throw new NotSupportedException();

    /// <summary>The item after the update; all right-hand sides see the item before it.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: the item's values do not fit the update.</exception>
    public Item Apply(Item before) => throw new NotSupportedException();

    /// <summary>The values at the paths that the expression writes, in the form of <c>UPDATED_OLD</c> and <c>UPDATED_NEW</c>.</summary>
    public Item SelectWritten(Item item) => throw new NotSupportedException();
}
