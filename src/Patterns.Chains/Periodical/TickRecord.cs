namespace Patterns.Periodical;

/// <summary>A tick that was run. Skipped ones leave no record.</summary>
/// <param name="ScheduledTime">Which tick.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="EndedAt">When that was.</param>
/// <param name="Attempts">How often it was begun.</param>
public sealed record TickRecord(DateTimeOffset ScheduledTime, TickOutcome Outcome, DateTimeOffset EndedAt, int Attempts);
