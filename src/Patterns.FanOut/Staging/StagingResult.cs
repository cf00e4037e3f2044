namespace Patterns.FanOut;

/// <summary>What became of a staged transaction.</summary>
/// <param name="Outcome">The decision. It is final.</param>
/// <param name="IsSettled">
/// Whether all receivers have been told. If not, some may still show nothing of a committed transaction, until a recovery tells
/// them.
/// </param>
/// <param name="Reason">Why it was aborted, for people; null when it was committed or another process decided.</param>
public sealed record StagingResult(StagingOutcome Outcome, bool IsSettled, string? Reason = null)
{
    /// <summary>Which receivers could not be told, and why, for people; null when all have been.</summary>
    public string? NotTold { get; init; }
}
