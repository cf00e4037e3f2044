namespace Patterns.LongRunning;

/// <summary>How a job stands.</summary>
public sealed class JobStatus
{
    internal JobStatus()
    {
    }

    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required JobPhase Phase { get; init; }

    /// <summary>How many checkpoints it has behind it.</summary>
    public required long Checkpoint { get; init; }

    /// <summary>How far it is, as its slices said; null before one did.</summary>
    public required JobProgress? Progress { get; init; }

    /// <summary>How often a worker began since the last checkpoint.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether it ends at its next checkpoint since somebody asked for that.</summary>
    public required bool IsCancelRequested { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker, a checkpoint or its end changed it last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public required string? Failure { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Phase >= JobPhase.Completed;
}
