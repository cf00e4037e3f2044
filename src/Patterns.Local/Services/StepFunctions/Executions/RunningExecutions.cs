namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>The executions that run now.</summary>
internal sealed class RunningExecutions(int limit) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Execution, Task> _tasks = [];
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    /// <exception cref="AwsException"><c>ExecutionLimitExceeded</c>.</exception>
    public void CheckRoom()
    {
        lock (_lock)
        {
            if (_tasks.Count >= limit)
            {
                throw StepFunctionsErrors.ExecutionLimitExceeded(limit);
            }
        }
    }

    public void Add(Execution execution, Func<CancellationToken, Task> run)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
            _tasks.Add(execution, Task.Run(() => TrackAsync(execution, run)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        Task[] running;
        lock (_lock)
        {
            running = [.. _tasks.Values];
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task TrackAsync(Execution execution, Func<CancellationToken, Task> run)
    {
        try
        {
            await run(_stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _tasks.Remove(execution);
            }
        }
    }
}
