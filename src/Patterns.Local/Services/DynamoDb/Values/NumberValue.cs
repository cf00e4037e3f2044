namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class NumberValue(DynamoNumber number) : AttributeValue
{
    public override AttributeType Type => AttributeType.N;

    public DynamoNumber Number { get; } = number;

    public override int Size => Number.Size;

    public override bool Equals(AttributeValue? other) => other is NumberValue value && value.Number.Equals(Number);

    public override int GetHashCode() => Number.GetHashCode();
}
