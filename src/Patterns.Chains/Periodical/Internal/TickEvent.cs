namespace Patterns.Periodical.Internal;

/// <summary>An event of a schedule.</summary>
/// <param name="ScheduledTime">When it was due, as its member says; null when it has no such member.</param>
internal sealed record TickEvent(DateTimeOffset? ScheduledTime);
