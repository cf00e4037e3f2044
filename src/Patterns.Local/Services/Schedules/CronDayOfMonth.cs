namespace Patterns.Local.Services.Schedules;

/// <summary>Plain days of the month, any days, or the last one.</summary>
/// <param name="days">The days from 1.</param>
/// <param name="beforeLast">For <c>L</c> 0, for <c>L-3</c> 3; null where the last day is not named.</param>
internal sealed class CronDayOfMonth(CronSet days, int? beforeLast) : CronDays
{
    public override bool Contains(DateTime day) =>
        days.Contains(day.Day) || (beforeLast is { } before && day.Day == LengthOf(day) - before);
}
