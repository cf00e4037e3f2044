using System.Buffers.Binary;
using System.Text;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>Key values as bytes that sort as the service sorts the values: strings by UTF-8, numbers by value, binaries as they are.</summary>
internal static class SortableBytes
{
    private const int NumberLength = 18;
    private const byte Negative = 0;
    private const byte Zero = 1;
    private const byte Positive = 2;

    /// <exception cref="ArgumentOutOfRangeException">The value's type cannot be a key.</exception>
    public static byte[] Of(AttributeValue value) => value switch
    {
        StringValue text => Encoding.UTF8.GetBytes(text.Text),
        BinaryValue binary => binary.Bytes.ToArray(),
        NumberValue number => OfNumber(number.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Type, "Only strings, numbers and binaries can be keys."),
    };

    public static bool IsEmpty(AttributeValue value) => value.Type is AttributeType.S or AttributeType.B && value.Size == 0;

    /// <summary>The first bytes behind all that begin with <paramref name="prefix"/>; null where there are none.</summary>
    public static byte[]? Behind(byte[] prefix)
    {
        var last = prefix.AsSpan().LastIndexOfAnyExcept((byte)0xFF);
        if (last < 0)
        {
            return null;
        }

        var behind = prefix[..(last + 1)];
        behind[last]++;
        return behind;
    }

    // Sign, magnitude, then the digits as if there were all 38: numbers of one form compare byte by byte.
    private static byte[] OfNumber(DynamoNumber number)
    {
        if (number.IsZero)
        {
            return [Zero];
        }

        var bytes = new byte[NumberLength];
        bytes[1] = (byte)(number.Exponent + number.Digits - 1 - DynamoNumber.MinMagnitude);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(2), number.Coefficient * PowersOfTen.At(DynamoNumber.MaxDigits - number.Digits));
        if (number.IsNegative)
        {
            Complement(bytes);
        }

        bytes[0] = number.IsNegative ? Negative : Positive;
        return bytes;
    }

    private static void Complement(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = (byte)~value;
        }
    }
}
