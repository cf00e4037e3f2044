namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class BinaryValue(ReadOnlyMemory<byte> bytes) : AttributeValue
{
    public override AttributeType Type => AttributeType.B;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public override int Size => Bytes.Length;

    public override bool Equals(AttributeValue? other) => other is BinaryValue value && Bytes.Span.SequenceEqual(value.Bytes.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }
}
