using System.Text;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>The value of a partition key as text, different for different values.</summary>
internal static class PartitionText
{
    public static string Of(AttributeValue key) => key switch
    {
        StringValue text => text.Text,
        NumberValue number => Digits(number),
        BinaryValue binary => Convert.ToBase64String(binary.Bytes.Span),
        _ => throw new ArgumentException($"A key cannot have the type {key.Type}.", nameof(key)),
    };

    private static string Digits(NumberValue number)
    {
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(digits[..number.Number.Format(digits)]);
    }
}
