namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class NullValue : AttributeValue
{
    private NullValue()
    {
    }

    public static NullValue Instance { get; } = new();

    public override AttributeType Type => AttributeType.NULL;

    public override int Size => 1;

    public override bool Equals(AttributeValue? other) => other is NullValue;

    public override int GetHashCode() => 0;
}
