namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>The time of one attempt of a task, and that of its heartbeat.</summary>
internal sealed class TaskClock : IDisposable
{
    private readonly TaskCompletionSource<StatesError> _expired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _disposed = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan? _heartbeat;
    private readonly Lock _lock = new();
    private readonly CancellationToken _stopping;
    private DateTimeOffset _nextBeat;

    public TaskClock(TimeProvider time, TimeSpan? timeout, TimeSpan? heartbeat)
    {
        (_time, _heartbeat, _stopping) = (time, heartbeat, _disposed.Token);
        Beat();
        if (timeout is { } limit)
        {
            _ = ExpireAsync(time.GetUtcNow() + limit, StatesErrors.Timeout);
        }

        if (heartbeat is not null)
        {
            _ = WatchHeartbeatAsync();
        }
    }

    /// <summary>Ends when one of both is over, and never otherwise.</summary>
    public Task<StatesError> Expired => _expired.Task;

    public void Beat()
    {
        lock (_lock)
        {
            _nextBeat = _time.GetUtcNow() + (_heartbeat ?? TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    private async Task WatchHeartbeatAsync()
    {
        for (var due = Due(); due > _time.GetUtcNow(); due = Due())
        {
            await WaitAsync(due).ConfigureAwait(false);
        }

        _expired.TrySetResult(new StatesError(StatesErrors.HeartbeatTimeout, null));
    }

    private async Task ExpireAsync(DateTimeOffset due, string error)
    {
        await WaitAsync(due).ConfigureAwait(false);
        _expired.TrySetResult(new StatesError(error, null));
    }

    private async Task WaitAsync(DateTimeOffset due) => await Delay.UntilAsync(_time, due, _stopping).ConfigureAwait(false);

    private DateTimeOffset Due()
    {
        lock (_lock)
        {
            return _nextBeat;
        }
    }
}
