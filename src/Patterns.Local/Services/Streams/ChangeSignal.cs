namespace Patterns.Local.Services.Streams;

/// <summary>Tells those who wait that something changed; costs nothing while nobody does.</summary>
internal sealed class ChangeSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;

    /// <summary>Ends at the next change. Take it before looking at the state that it tells about.</summary>
    public Task Next
    {
        get
        {
            lock (_lock)
            {
                _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _next.Task;
            }
        }
    }

    public void Notify()
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            waiting = _next;
            _next = null;
        }

        waiting?.SetResult();
    }
}
