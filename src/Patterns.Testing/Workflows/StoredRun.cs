using Patterns.Workflows;

namespace Patterns.Testing;

/// <summary>A run in memory with the task for which it waits.</summary>
internal sealed class StoredRun(WorkflowRun run, string input, TimeSpan? timeout, TimeSpan? heartbeat)
{
    private readonly DateTimeOffset _latest = run.StartedAt + (timeout ?? DateTimeOffset.MaxValue - run.StartedAt);
    private WorkflowRun _run = run;
    private DateTimeOffset _heartbeatAt = run.StartedAt;

    public string Input { get; } = input;

    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The run as it is now, when the time of its task may be over.</summary>
    public WorkflowRun Settled(DateTimeOffset now)
    {
        var nextHeartbeat = _heartbeatAt + (heartbeat ?? DateTimeOffset.MaxValue - _heartbeatAt);
        var end = nextHeartbeat < _latest ? nextHeartbeat : _latest;
        if (!_run.HasEnded && now >= end && end < DateTimeOffset.MaxValue)
        {
            var error = end == nextHeartbeat && nextHeartbeat < _latest ? "States.HeartbeatTimeout" : "States.Timeout";
            _run = _run with { Status = WorkflowStatus.Failed, Error = error, EndedAt = end };
        }

        return _run;
    }

    /// <summary>Changes a run that has not ended; one that stays as it is has had a heartbeat.</summary>
    public void Change(Func<WorkflowRun, WorkflowRun> change, DateTimeOffset now)
    {
        _heartbeatAt = now;
        _run = change(_run);
        if (_run.HasEnded)
        {
            _run = _run with { EndedAt = now };
        }
    }
}
