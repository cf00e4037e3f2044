using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class AnyOf(Condition[] parts) : Condition
{
    public override bool Holds(Item item)
    {
        foreach (var part in parts)
        {
            if (part.Holds(item))
            {
                return true;
            }
        }

        return false;
    }
}
