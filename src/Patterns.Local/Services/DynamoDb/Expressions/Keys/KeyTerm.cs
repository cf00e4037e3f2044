using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Keys;

/// <summary>One condition on one key attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Operator">The comparison, as if the attribute came first; null for <c>begins_with</c>.</param>
/// <param name="Values">What it is compared with: two values for <c>BETWEEN</c>, else one.</param>
internal sealed record KeyTerm(string Attribute, TokenKind? Operator, AttributeValue[] Values)
{
    public bool IsEquality => Operator == TokenKind.Equal;

    public SortKeyRange ToRange() => Operator switch
    {
        null => new SortKeyRange(null, false, null, false, Values[0]),
        TokenKind.Equal => new SortKeyRange(Values[0], true, Values[0], true, null),
        TokenKind.Between => new SortKeyRange(Values[0], true, Values[1], true, null),
        TokenKind.Less => new SortKeyRange(null, false, Values[0], false, null),
        TokenKind.LessOrEqual => new SortKeyRange(null, false, Values[0], true, null),
        TokenKind.Greater => new SortKeyRange(Values[0], false, null, false, null),
        _ => new SortKeyRange(Values[0], true, null, false, null),
    };
}
