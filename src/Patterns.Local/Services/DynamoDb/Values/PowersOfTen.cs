namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The powers of ten that a number's digits need.</summary>
internal static class PowersOfTen
{
    private static readonly UInt128[] Powers = Compute();

    public static UInt128 At(int exponent) => Powers[exponent];

    public static int CountDigits(UInt128 value)
    {
        var digits = 1;
        while (digits < Powers.Length && value >= Powers[digits])
        {
            digits++;
        }

        return digits;
    }

    private static UInt128[] Compute()
    {
        var powers = new UInt128[DynamoNumber.MaxDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
