using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.Scheduler;

/// <summary>A schedule of a group.</summary>
internal sealed class Schedule(ScheduleGroup group, string name, string arn, DateTimeOffset created) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public ScheduleGroup Group { get; } = group;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Modified { get; set; } = created;

    /// <summary>Replaced as a whole, so that a reader sees settings that belong together.</summary>
    public required ScheduleSettings Settings { get; set; }

    /// <summary>Null when the schedule is disabled.</summary>
    public Alarm? Alarm { get; set; }

    /// <summary>Cancelled when the schedule is deleted: a window that is open then brings nothing any more.</summary>
    public CancellationToken Gone => _gone.Token;

    public void Dispose()
    {
        Alarm?.Dispose();
        _gone.Cancel();
    }
}
