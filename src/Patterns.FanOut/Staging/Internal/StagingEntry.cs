namespace Patterns.FanOut.Internal;

/// <summary>A transaction as the coordinator's table has it.</summary>
internal sealed record StagingEntry(string Transaction, StagingState State, DateTimeOffset Deadline, IReadOnlyCollection<string> Receivers)
{
    /// <summary>Whether a receiver remembers what the coordinator has forgotten: that it was committed, and all were told.</summary>
    public bool WasCommitted { get; init; }

    public bool IsCommitted => State == StagingState.Committing || WasCommitted;

    /// <summary>Whether all receivers know the decision.</summary>
    public bool IsSettled { get; init; }
}
