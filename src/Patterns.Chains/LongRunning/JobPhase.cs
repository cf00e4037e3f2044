namespace Patterns.LongRunning;

/// <summary>Where a job is in its life. It ends in exactly one of the last three.</summary>
public enum JobPhase
{
    /// <summary>Nobody works on it: it is new, between two workers, or its worker has died.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>Its last slice is done; its state is its result.</summary>
    Completed,

    /// <summary>It was given up; its state is that of its last checkpoint, and <see cref="JobStatus.Failure"/> says why.</summary>
    Failed,

    /// <summary>It was cancelled; its state is that of its last checkpoint.</summary>
    Cancelled,
}
