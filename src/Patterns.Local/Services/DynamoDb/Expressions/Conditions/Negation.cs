using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class Negation(Condition negated) : Condition
{
    public override bool Holds(Item item) => !negated.Holds(item);
}
