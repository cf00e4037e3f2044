using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>True when both operands have equal values; a missing one equals nothing.</summary>
internal sealed class EqualityCondition(Operand left, Operand right) : Condition
{
    public override bool Holds(Item item) => left.Evaluate(item) is { } value && value.Equals(right.Evaluate(item));
}
