using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>A job as its item says.</summary>
internal sealed class Job(string id, TableItem item)
{
    public string Id => id;

    public TableItem Item => item;

    public bool IsOpen => item[JobFields.Phase]?.GetString() == JobFields.Open;

    public string State => item[JobFields.State]!.GetString();

    public int StateVersion => (int)Number(JobFields.StateVersion);

    public string Start => item[JobFields.Start]!.GetString();

    public long Checkpoint => Number(JobFields.Checkpoint);

    /// <summary>Counts the messages that hand the job on: the newest one has this number.</summary>
    public long Turn => Number(JobFields.Turn);

    /// <summary>Counts the times that the job was opened.</summary>
    public long Round => Number(JobFields.Round);

    public int Attempts => (int)Number(JobFields.Attempts);

    public bool IsCancelRequested => item[JobFields.Cancel] is not null;

    public bool IsUntold => item[JobFields.Untold] is not null;

    public string? TaskToken => item[JobFields.TaskToken]?.GetString();

    public string? Failure => item[JobFields.Failure]?.GetString();

    public DateTimeOffset ChangedAt => Moment(JobFields.ChangedAt);

    public JobProgress? Progress => item[JobFields.Done] is { } done ? new JobProgress(done.GetInt64(), item[JobFields.Total]?.GetInt64()) : null;

    public JobPhase PhaseAt(DateTimeOffset now) => IsOpen
        ? LeaseFields.IsFree(item, now) ? JobPhase.Waiting : JobPhase.Running
        : Enum.Parse<JobPhase>(item[JobFields.Phase]!.GetString());

    public JobStatus ToStatus(DateTimeOffset now) => new()
    {
        Id = id,
        Phase = PhaseAt(now),
        Checkpoint = Checkpoint,
        Progress = Progress,
        Attempts = Attempts,
        IsCancelRequested = IsCancelRequested,
        CreatedAt = Moment(JobFields.CreatedAt),
        ChangedAt = ChangedAt,
        Failure = Failure,
    };

    private long Number(string name) => item[name]?.GetInt64() ?? 0;

    private DateTimeOffset Moment(string name) => DateTimeOffset.FromUnixTimeMilliseconds(Number(name));
}
