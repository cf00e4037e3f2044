using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>Compares two strings, numbers or binaries; false when the operands are not two of one type.</summary>
internal sealed class OrderCondition(TokenKind comparator, Operand left, Operand right) : Condition
{
    public override bool Holds(Item item) => AttributeOrder.TryCompare(left.Evaluate(item), right.Evaluate(item)) is { } order && Fits(order);

    private bool Fits(int order) => comparator switch
    {
        TokenKind.Less => order < 0,
        TokenKind.LessOrEqual => order <= 0,
        TokenKind.Greater => order > 0,
        _ => order >= 0,
    };
}
