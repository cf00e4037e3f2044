namespace Patterns.Translation.Internal;

/// <summary>Numbers as they are written, of any size.</summary>
internal static class NumberText
{
    public static bool IsJson(string text) => Normalize(text.AsSpan()) is { } json && json == text;

    /// <summary>The number in JSON's form, or null when it is none. JSON's own form stays as it is.</summary>
    public static string? Normalize(string xml) => Normalize(xml.AsSpan().Trim(XmlCharacters.Whitespace));

    private static string? Normalize(ReadOnlySpan<char> text)
    {
        var rest = text;
        var isNegative = Take(ref rest, '-');
        _ = isNegative || Take(ref rest, '+');
        var integer = TakeDigits(ref rest);
        var fraction = Take(ref rest, '.') ? TakeDigits(ref rest) : [];
        if ((integer.Length == 0 && fraction.Length == 0) || !IsExponent(rest))
        {
            return null;
        }

        var digits = integer.TrimStart('0');
        return $"{(isNegative ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}{(fraction.Length == 0 ? "" : ".")}{fraction}{rest}";
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        if (!Take(ref text, 'e') && !Take(ref text, 'E'))
        {
            return false;
        }

        _ = Take(ref text, '-') || Take(ref text, '+');
        return TakeDigits(ref text).Length > 0 && text.Length == 0;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char letter)
    {
        if (!text.StartsWith(letter))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return digits;
    }
}
