namespace Patterns.Local.Replays;

/// <summary>What became of one failure record.</summary>
/// <param name="Failed">The records that it is about.</param>
/// <param name="Outcome">Whether the function took them.</param>
internal sealed record Replay(FailedRecords Failed, ReplayOutcome Outcome)
{
    /// <summary>How many records the function got.</summary>
    public int Records { get; init; }

    /// <summary>How many records of the batch have aged out.</summary>
    public int Expired { get; init; }

    /// <summary>Why the records were not replayed.</summary>
    public string? Reason { get; init; }
}
