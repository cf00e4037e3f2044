using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>True when a string or binary has another in it, or a set or list has the value as an element.</summary>
internal sealed class ContainsCondition(Operand container, Operand part) : Condition
{
    public override bool Holds(Item item) => part.Evaluate(item) is { } value && Contains(container.Evaluate(item), value);

    private static bool Contains(AttributeValue? container, AttributeValue value) => (container, value) switch
    {
        (StringValue text, StringValue piece) => text.Text.Contains(piece.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue piece) => binary.Bytes.Span.IndexOf(piece.Bytes.Span) >= 0,
        (SetValue set, _) => set.Contains(value),
        (ListValue list, _) => list.Elements.Contains(value),
        _ => false,
    };
}
