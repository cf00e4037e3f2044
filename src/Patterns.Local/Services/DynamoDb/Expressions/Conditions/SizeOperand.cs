using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>The length of a string or binary, the number of elements of a set, list or map.</summary>
internal sealed class SizeOperand(Operand measured) : Operand
{
    public Operand Measured => measured;

    public override AttributeType? KnownType => AttributeType.N;

    public override AttributeValue? Evaluate(Item item) =>
        Measure(measured.Evaluate(item)) is { } size ? new NumberValue(DynamoNumber.Of(size)) : null;

    private static int? Measure(AttributeValue? value) => value switch
    {
        StringValue text => text.Text.Length,
        BinaryValue binary => binary.Bytes.Length,
        SetValue set => set.Elements.Count,
        ListValue list => list.Elements.Count,
        MapValue map => map.Content.Attributes.Count,
        _ => null,
    };
}
