using System.Globalization;

namespace Patterns.Translation.Internal;

/// <summary>Dates and times as they are written: what is the same in RFC 3339 and in XML Schema.</summary>
internal static class DateText
{
    private const int DateLength = 10;
    private const int TimeLength = 19;
    private const int OffsetLength = 6;
    private const int LargestOffsetHours = 14;

    public static bool IsDate(string text) => text.Length == DateLength && IsDate(text.AsSpan());

    public static bool IsLocal(string text) => IsLocal(text.AsSpan());

    public static bool IsMoment(string text)
    {
        var span = text.AsSpan();
        if (span.EndsWith("Z"))
        {
            return IsLocal(span[..^1]);
        }

        return span.Length > OffsetLength && IsOffset(span[^OffsetLength..]) && IsLocal(span[..^OffsetLength]);
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsLocal(ReadOnlySpan<char> text) =>
        text.Length >= TimeLength
        && text[DateLength] == 'T'
        && IsDate(text[..DateLength])
        && TimeOnly.TryParseExact(text[(DateLength + 1)..TimeLength], "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && IsFraction(text[TimeLength..]);

    private static bool IsFraction(ReadOnlySpan<char> text) =>
        text.Length == 0 || (text.Length > 1 && text[0] == '.' && !text[1..].ContainsAnyExceptInRange('0', '9'));

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text[0] is '+' or '-'
        && TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset)
        && offset <= new TimeOnly(LargestOffsetHours, 0);
}
