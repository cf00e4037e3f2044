namespace Patterns.FanOut.Internal;

/// <summary>A transaction as the coordinator's table has it.</summary>
internal sealed record StagingEntry(string Transaction, StagingState State, DateTimeOffset Deadline, IReadOnlyCollection<string> Receivers)
{
    public bool IsCommitted => State == StagingState.Committing;

    /// <summary>Whether all receivers know the decision.</summary>
    public bool IsSettled { get; init; }
}
