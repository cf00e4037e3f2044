namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Counts the queues at work, so that one can wait until nothing happens any more without the clock moving.</summary>
internal sealed class DeliveryActivity
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = Completed();
    private int _working;

    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return _idle.Task;
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            if (_working++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_working == 0)
            {
                _idle.SetResult();
            }
        }
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
