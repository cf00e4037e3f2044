using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

internal sealed class ValueOperand(AttributeValue value) : Operand
{
    public AttributeValue Value => value;

    public override AttributeType? KnownType => value.Type;

    public override AttributeValue Evaluate(Item item) => value;
}
