using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>Writes times, in UTC, by the numeric letters of Java's <c>DateTimeFormatter</c>, as the service does.</summary>
internal static class DatePattern
{
    private const char Quote = '\'';
    private const string Letters = "yuMdHmsSD";

    /// <exception cref="AwsException">The pattern has a letter that is not emulated.</exception>
    public static void Check(string property, string pattern)
    {
        var unknown = Tokens(pattern).Where(token => token.Letter != '\0' && !Letters.Contains(token.Letter, StringComparison.Ordinal)).ToList();
        if (unknown.Count > 0)
        {
            throw FirehoseErrors.NotEmulated($"{property}: the letter {unknown[0].Letter} in !{{timestamp:{pattern}}}");
        }
    }

    public static string Format(string pattern, DateTimeOffset time)
    {
        var text = new StringBuilder();
        foreach (var (letter, count, literal) in Tokens(pattern))
        {
            text.Append(letter == '\0' ? literal : Field(letter, count, time.UtcDateTime));
        }

        return text.ToString();
    }

    private static string Field(char letter, int count, DateTime time) => letter switch
    {
        'y' or 'u' when count == 2 => Padded(time.Year % 100, 2),
        'y' or 'u' => Padded(time.Year, count),
        'M' when count == 3 => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(time.Month),
        'M' when count > 3 => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(time.Month),
        'M' => Padded(time.Month, count),
        'd' => Padded(time.Day, count),
        'H' => Padded(time.Hour, count),
        'm' => Padded(time.Minute, count),
        's' => Padded(time.Second, count),
        'D' => Padded(time.DayOfYear, count),
        _ => time.Ticks.ToString(CultureInfo.InvariantCulture)[^7..].PadRight(9, '0')[..Math.Min(count, 9)],
    };

    private static string Padded(int value, int digits) => value.ToString($"D{digits}", CultureInfo.InvariantCulture);

    private static IEnumerable<(char Letter, int Count, string Literal)> Tokens(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            var start = at;
            if (pattern[at] == Quote)
            {
                at = pattern.IndexOf(Quote, at + 1) is > 0 and var end ? end + 1 : pattern.Length;
                var quoted = pattern[(start + 1)..Math.Max(start + 1, at - 1)];
                yield return ('\0', 0, quoted.Length == 0 ? "'" : quoted);
                continue;
            }

            while (at < pattern.Length && pattern[at] == pattern[start])
            {
                at++;
            }

            yield return char.IsAsciiLetter(pattern[start]) ? (pattern[start], at - start, "") : ('\0', 0, pattern[start..at]);
        }
    }
}
