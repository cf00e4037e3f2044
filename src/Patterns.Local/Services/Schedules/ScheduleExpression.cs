namespace Patterns.Local.Services.Schedules;

/// <summary>When something is due: <c>rate()</c>, <c>cron()</c> or <c>at()</c>. Immutable.</summary>
internal abstract class ScheduleExpression
{
    /// <summary>The first moment after <paramref name="after"/>; null when there is none any more.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset after);
}
