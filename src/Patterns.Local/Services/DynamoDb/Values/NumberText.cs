using System.Globalization;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The text of a number as the service returns it: no exponent, no needless zeros.</summary>
internal static class NumberText
{
    /// <summary>A minus, a zero, a point, the zeros of the smallest number and its digits.</summary>
    public const int MaxLength = 3 + -DynamoNumber.MinMagnitude + DynamoNumber.MaxDigits;

    public static int Format(DynamoNumber number, Span<byte> target)
    {
        if (number.IsZero)
        {
            target[0] = (byte)'0';
            return 1;
        }

        if (!number.IsNegative)
        {
            return FormatMagnitude(number, target);
        }

        target[0] = (byte)'-';
        return 1 + FormatMagnitude(number, target[1..]);
    }

    private static int FormatMagnitude(DynamoNumber number, Span<byte> target)
    {
        if (number.Exponent >= 0)
        {
            var digits = FormatDigits(number, target);
            target.Slice(digits, number.Exponent).Fill((byte)'0');
            return digits + number.Exponent;
        }

        var whole = number.Digits + number.Exponent;
        return whole > 0 ? FormatAround(number, whole, target) : FormatFraction(number, -whole, target);
    }

    private static int FormatAround(DynamoNumber number, int whole, Span<byte> target)
    {
        var digits = FormatDigits(number, target);
        target[whole..digits].CopyTo(target[(whole + 1)..]);
        target[whole] = (byte)'.';
        return digits + 1;
    }

    private static int FormatFraction(DynamoNumber number, int zeros, Span<byte> target)
    {
        target[..(zeros + 2)].Fill((byte)'0');
        target[1] = (byte)'.';
        return zeros + 2 + FormatDigits(number, target[(zeros + 2)..]);
    }

    private static int FormatDigits(DynamoNumber number, Span<byte> target)
    {
        if (number.Coefficient <= ulong.MaxValue)
        {
            ((ulong)number.Coefficient).TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
            return written;
        }

        number.Coefficient.TryFormat(target, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }
}
