namespace Patterns.Local.Replays;

/// <summary>What became of a failure record.</summary>
internal enum ReplayOutcome
{
    /// <summary>The function processed the records that are still there; the failure record is deleted.</summary>
    Replayed,

    /// <summary>The function failed again; the failure record stays.</summary>
    Failed,

    /// <summary>None of the records is there any more; the failure record stays, as the last trace of them.</summary>
    Expired,

    /// <summary>The records cannot be replayed; the failure record stays.</summary>
    Refused,
}
