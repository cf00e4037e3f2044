using System.Numerics;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Adds numbers exactly, or refuses a sum that does not fit.</summary>
internal static class NumberSum
{
    // Beyond this length no other operand can bring an exact sum back to the digits that a number may have.
    private const int MaxAlignedDigits = DynamoNumber.MaxDigits + 2;

    public static DynamoNumber Add(DynamoNumber left, DynamoNumber right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.IsZero ? right : left;
        }

        var (high, low) = left.Exponent >= right.Exponent ? (left, right) : (right, left);
        var shift = high.Exponent - low.Exponent;
        return (high.Digits + shift) switch
        {
            <= DynamoNumber.MaxDigits => AddAligned(high, high.Coefficient * PowersOfTen.At(shift), low),
            <= MaxAlignedDigits => AddLong(high, shift, low),
            _ => throw ValueErrors.TooManyDigits(),
        };
    }

    private static DynamoNumber AddAligned(DynamoNumber high, UInt128 aligned, DynamoNumber low)
    {
        if (high.IsNegative == low.IsNegative)
        {
            return DynamoNumber.Create(high.IsNegative, aligned + low.Coefficient, low.Exponent);
        }

        return aligned >= low.Coefficient
            ? DynamoNumber.Create(high.IsNegative, aligned - low.Coefficient, low.Exponent)
            : DynamoNumber.Create(low.IsNegative, low.Coefficient - aligned, low.Exponent);
    }

    private static DynamoNumber AddLong(DynamoNumber high, int shift, DynamoNumber low)
    {
        var sum = (Signed(high) * BigInteger.Pow(10, shift)) + Signed(low);
        var coefficient = BigInteger.Abs(sum);
        return coefficient <= UInt128.MaxValue
            ? DynamoNumber.Create(sum.Sign < 0, (UInt128)coefficient, low.Exponent)
            : throw ValueErrors.TooManyDigits();
    }

    private static BigInteger Signed(DynamoNumber number) => number.IsNegative ? -(BigInteger)number.Coefficient : number.Coefficient;
}
