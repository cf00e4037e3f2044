using System.Globalization;

namespace Patterns.Aws.DynamoDb;

/// <summary>Numbers as the service writes them: it has 38 digits where a decimal has 28.</summary>
internal static class DecimalText
{
    public static string Write(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number, unless a decimal would lose some of it.</summary>
    public static bool TryRead(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Digits(text) == Digits(Write(number));

    /// <summary>The digits without the sign, the point, the exponent and the zeros at either end.</summary>
    private static string Digits(string text)
    {
        var end = text.IndexOfAny(['e', 'E']);
        var mantissa = end < 0 ? text : text[..end];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }
}
