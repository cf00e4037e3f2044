using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

/// <summary>What an operator or function works on.</summary>
internal abstract class Operand
{
    /// <summary>The type when it is known without an item.</summary>
    public virtual AttributeType? KnownType => null;

    /// <summary>The place in the item, for an operand that is one.</summary>
    public virtual DocumentPath? Path => null;

    /// <summary>The value for an item; null when it has none.</summary>
    public abstract AttributeValue? Evaluate(Item item);
}
