namespace Patterns.LongRunning;

/// <summary>How far a job is, in the job's own units: rows, bytes, pages.</summary>
/// <param name="Done">How many are done. What a status shows never decreases.</param>
/// <param name="Total">How many there are; null when nobody knows.</param>
public readonly record struct JobProgress(long Done, long? Total = null);
