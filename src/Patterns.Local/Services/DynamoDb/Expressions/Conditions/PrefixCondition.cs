using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class PrefixCondition(Operand value, Operand prefix) : Condition
{
    public override bool Holds(Item item) => AttributeOrder.BeginsWith(value.Evaluate(item), prefix.Evaluate(item));
}
