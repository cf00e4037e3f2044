namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class BooleanValue : AttributeValue
{
    private BooleanValue(bool isTrue) => IsTrue = isTrue;

    public static BooleanValue True { get; } = new(true);

    public static BooleanValue False { get; } = new(false);

    public override AttributeType Type => AttributeType.BOOL;

    public bool IsTrue { get; }

    public override int Size => 1;

    public static BooleanValue Of(bool isTrue) => isTrue ? True : False;

    public override bool Equals(AttributeValue? other) => other is BooleanValue value && value.IsTrue == IsTrue;

    public override int GetHashCode() => IsTrue.GetHashCode();
}
