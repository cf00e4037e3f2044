namespace Patterns.Local.Services.Sqs.MoveTasks;

/// <summary>A move task as a listing shows it.</summary>
internal sealed record MoveTaskSnapshot(
    MoveTaskStatus Status, long Moved, long ToMove, DateTimeOffset StartedAt, string SourceArn, string? DestinationArn)
{
    /// <summary>Only of a running task.</summary>
    public string? TaskHandle { get; init; }

    public int? MaximumPerSecond { get; init; }

    public string? FailureReason { get; init; }
}
