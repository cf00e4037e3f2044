namespace Patterns.Cqrs;

/// <summary>How far a rebuild has come.</summary>
/// <param name="IsDone">Whether all aggregates are in the version, and it is live.</param>
/// <param name="Aggregates">How many aggregates were read so far.</param>
public sealed record RebuildProgress(bool IsDone, long Aggregates);
