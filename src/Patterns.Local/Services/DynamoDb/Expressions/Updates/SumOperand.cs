using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

internal sealed class SumOperand(Operand left, Operand right, bool isDifference) : Operand
{
    public override AttributeType? KnownType => AttributeType.N;

    public override AttributeValue Evaluate(Item item)
    {
        var (one, other) = (NumberOf(left, item), NumberOf(right, item));
        return new NumberValue(isDifference ? one - other : one + other);
    }

    private static DynamoNumber NumberOf(Operand operand, Item item) =>
        operand.Evaluate(item) is NumberValue number ? number.Number : throw UpdateErrors.OperandType();
}
