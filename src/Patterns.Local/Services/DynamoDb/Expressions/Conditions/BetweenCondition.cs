using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class BetweenCondition(Operand value, Operand low, Operand high) : Condition
{
    public override bool Holds(Item item)
    {
        var tested = value.Evaluate(item);
        return AttributeOrder.TryCompare(tested, low.Evaluate(item)) >= 0 && AttributeOrder.TryCompare(tested, high.Evaluate(item)) <= 0;
    }
}
