namespace Patterns.LongRunning.Internal;

/// <summary>The attributes of a job's item, beside those of its lease.</summary>
internal static class JobFields
{
    public const string Phase = "phase";
    public const string State = "state";
    public const string StateVersion = "stateVersion";
    public const string Start = "start";
    public const string Checkpoint = "checkpoint";
    public const string Turn = "turn";
    public const string Round = "round";
    public const string Attempts = "attempts";
    public const string Done = "done";
    public const string Total = "total";
    public const string Cancel = "cancel";
    public const string CreatedAt = "createdAt";
    public const string ChangedAt = "changedAt";
    public const string Failure = "failure";
    public const string Untold = "untold";
    public const string TaskToken = "taskToken";

    /// <summary>The phase of a job that has not ended.</summary>
    public const string Open = "Open";
}
