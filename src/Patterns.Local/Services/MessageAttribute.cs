namespace Patterns.Local.Services;

/// <summary>A message attribute as SQS and SNS carry it; exactly one of the values is set.</summary>
internal sealed record MessageAttribute(string DataType, string? StringValue, ReadOnlyMemory<byte> BinaryValue)
{
    public static MessageAttribute OfString(string value) => new("String", value, default);

    public static MessageAttribute OfNumber(string value) => new("Number", value, default);

    public bool IsBinary => StringValue is null;
}
