using System.Globalization;

namespace Patterns.Local.Services.Schedules;

/// <summary>Once, at a local time.</summary>
internal sealed class AtExpression(DateTimeOffset moment) : ScheduleExpression
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public override DateTimeOffset? NextAfter(DateTimeOffset after) => after < moment ? moment : null;

    /// <exception cref="ScheduleException">It is no time.</exception>
    public static AtExpression Parse(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw new ScheduleException($"'{text}' is no time; write it as yyyy-mm-ddThh:mm:ss");
        }

        // A time that the change to daylight saving leaves out is taken as if the clock had not been changed yet.
        return new AtExpression(LocalTime.ToUtc(local, zone) ?? new DateTimeOffset(local - zone.BaseUtcOffset, TimeSpan.Zero));
    }
}
