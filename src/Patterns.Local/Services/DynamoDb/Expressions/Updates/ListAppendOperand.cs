using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

internal sealed class ListAppendOperand(Operand first, Operand second) : Operand
{
    public override AttributeType? KnownType => AttributeType.L;

    public override AttributeValue Evaluate(Item item) => new ListValue([.. ElementsOf(first, item), .. ElementsOf(second, item)]);

    private static IReadOnlyList<AttributeValue> ElementsOf(Operand operand, Item item) =>
        operand.Evaluate(item) is ListValue list ? list.Elements : throw UpdateErrors.OperandType();
}
