using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class InCondition(Operand value, Operand[] candidates) : Condition
{
    public override bool Holds(Item item)
    {
        var tested = value.Evaluate(item);
        if (tested is null)
        {
            return false;
        }

        foreach (var candidate in candidates)
        {
            if (tested.Equals(candidate.Evaluate(item)))
            {
                return true;
            }
        }

        return false;
    }
}
