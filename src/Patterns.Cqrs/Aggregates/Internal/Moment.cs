using System.Globalization;

namespace Patterns.Cqrs.Internal;

/// <summary>Moments as the items have them: UTC, to the tick, in the order of their texts.</summary>
internal static class Moment
{
    public static string ToText(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no moment.</exception>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
