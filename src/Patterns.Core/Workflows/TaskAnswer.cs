namespace Patterns.Workflows;

/// <summary>What became of an answer to a task.</summary>
public enum TaskAnswer
{
    /// <summary>The task took it.</summary>
    Accepted,

    /// <summary>
    /// Nobody waits for it any more, and it had no effect: the task was answered before (be it by an earlier copy of this answer,
    /// whose reply was lost), its time is over, or its run has ended.
    /// </summary>
    Gone,
}
