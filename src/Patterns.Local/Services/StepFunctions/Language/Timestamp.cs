using System.Globalization;

namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>Timestamps in the form of RFC 3339, with a capital <c>T</c> and a capital <c>Z</c> or an offset.</summary>
internal static class Timestamp
{
    private const int SecondsEnd = 19;
    private const int MaxFraction = 9;
    private const int TickDigits = 7;

    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= SecondsEnd || text[10] != 'T')
        {
            return false;
        }

        var rest = text.AsSpan(SecondsEnd);
        var fraction = Fraction(ref rest);
        if (fraction.Length > MaxFraction || !IsZone(rest))
        {
            return false;
        }

        // The runtime keeps ticks of 100 ns.
        var kept = fraction.Length > TickDigits ? fraction[..TickDigits] : fraction;
        var dot = kept.Length == 0 ? string.Empty : ".";
        return DateTimeOffset.TryParseExact(
            $"{text.AsSpan(0, SecondsEnd)}{dot}{kept}{rest}",
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out value);
    }

    private static ReadOnlySpan<char> Fraction(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] != '.')
        {
            return [];
        }

        var end = 1;
        while (end < rest.Length && char.IsAsciiDigit(rest[end]))
        {
            end++;
        }

        var digits = rest[1..end];
        rest = digits.IsEmpty ? [] : rest[end..];
        return digits;
    }

    private static bool IsZone(ReadOnlySpan<char> zone) =>
        zone is "Z" || (zone.Length == 6 && zone[0] is '+' or '-' && zone[3] == ':' && char.IsAsciiDigit(zone[1]) && char.IsAsciiDigit(zone[5]));
}
