using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>A condition with its names and values in place.</summary>
internal abstract class Condition
{
    public abstract bool Holds(Item item);
}
