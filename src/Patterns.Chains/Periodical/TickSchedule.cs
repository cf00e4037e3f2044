using Patterns.Periodical.Internal;

namespace Patterns.Periodical;

/// <summary>When ticks are due: say here what the template's schedule says, in the same time zone.</summary>
/// <remarks>
/// <para>
/// Ticks of a calendar follow the clocks of their zone as EventBridge Scheduler does: a time that the change to daylight saving leaves out
/// has no tick, and one that the change back brings twice has one tick, the first. Rates know no zone.
/// </para>
/// <para>Source: docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html, November 2026.</para>
/// </remarks>
public abstract class TickSchedule
{
    private protected TickSchedule()
    {
    }

    /// <summary>A tick each period, as <c>rate(…)</c> has it.</summary>
    /// <param name="period">Whole seconds, at least one.</param>
    /// <param name="anchor">
    /// One of the ticks: the schedule's <c>StartDate</c>. Null for multiples of the period since 1970 (UTC): a schedule's own phase
    /// is unknown then, and an event counts for the multiple before it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The period is no positive number of whole seconds.</exception>
    public static TickSchedule Every(TimeSpan period, DateTimeOffset? anchor = null) => period > TimeSpan.Zero && period.Ticks % TimeSpan.TicksPerSecond == 0
        ? new RateSchedule(period, anchor ?? DateTimeOffset.UnixEpoch)
        : throw new ArgumentOutOfRangeException(nameof(period), $"The period must be a positive number of whole seconds, but is {period}.");

    /// <summary>A tick each day.</summary>
    /// <param name="at">The time of day.</param>
    /// <param name="zone">Whose clock shows it; null for UTC.</param>
    public static TickSchedule Daily(TimeOnly at, TimeZoneInfo? zone = null) => new CalendarSchedule(static _ => true, [at], zone, $"daily at {at:HH:mm:ss}");

    /// <summary>A tick each week.</summary>
    /// <param name="day">The day.</param>
    /// <param name="at">The time of day.</param>
    /// <param name="zone">Whose clock shows it; null for UTC.</param>
    public static TickSchedule Weekly(DayOfWeek day, TimeOnly at, TimeZoneInfo? zone = null) =>
        new CalendarSchedule(date => date.DayOfWeek == day, [at], zone, $"each {day} at {at:HH:mm:ss}");

    /// <summary>A tick on a day of each month that has it, as <c>cron(… 31 * ? *)</c> has it: no tick in shorter months.</summary>
    /// <param name="day">From 1 to 31.</param>
    /// <param name="at">The time of day.</param>
    /// <param name="zone">Whose clock shows it; null for UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">No month has the day.</exception>
    public static TickSchedule Monthly(int day, TimeOnly at, TimeZoneInfo? zone = null) => day is >= 1 and <= 31
        ? new CalendarSchedule(date => date.Day == day, [at], zone, $"on day {day} of the month at {at:HH:mm:ss}")
        : throw new ArgumentOutOfRangeException(nameof(day), $"The day must be from 1 to 31, but is {day}.");

    /// <summary>A tick on the last day of each month, as <c>cron(… L * ? *)</c> has it.</summary>
    /// <param name="at">The time of day.</param>
    /// <param name="zone">Whose clock shows it; null for UTC.</param>
    public static TickSchedule MonthEnd(TimeOnly at, TimeZoneInfo? zone = null) =>
        new CalendarSchedule(date => date.AddDays(1).Month != date.Month, [at], zone, $"on the last day of the month at {at:HH:mm:ss}");

    /// <summary>Ticks by EventBridge's expression of six fields: minutes, hours, day of the month, month, day of the week, year.</summary>
    /// <param name="expression">With <c>cron(…)</c> around it or without; <c>, - * ? / L W #</c> and the names of months and days.</param>
    /// <param name="zone">Whose clock shows the times; null for UTC.</param>
    /// <exception cref="ArgumentException">It is no such expression; the message names the field.</exception>
    public static TickSchedule Cron(string expression, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var cron = CronExpression.Parse(expression);
        return new CalendarSchedule(cron.Includes, cron.Times, zone, cron.Text);
    }

    /// <summary>The latest tick at the moment or before it; null when there is none in the ten years before.</summary>
    public abstract DateTimeOffset? Latest(DateTimeOffset moment);

    /// <summary>The ticks after a moment up to another one, that one included, the earliest first.</summary>
    public abstract IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo);
}
