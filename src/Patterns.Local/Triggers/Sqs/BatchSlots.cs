namespace Patterns.Local.Triggers.Sqs;

/// <summary>How many batches may run at once: grows while batches succeed, shrinks when the function fails or is throttled.</summary>
internal sealed class BatchSlots(int initial, int maximum, TimeProvider time)
{
    /// <summary>Lambda adds up to 300 concurrent batches a minute.</summary>
    private static readonly TimeSpan s_growth = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private int _limit = Math.Min(initial, maximum);
    private int _taken;
    private long _grownAt = time.GetTimestamp();
    private TaskCompletionSource? _waiting;

    /// <summary>Waits for a place; one caller at a time.</summary>
    public Task TakeAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_taken < _limit)
            {
                _taken++;
                return Task.CompletedTask;
            }

            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task.WaitAsync(cancellationToken);
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            if (_limit < maximum && time.GetElapsedTime(_grownAt) >= s_growth)
            {
                _limit++;
                _grownAt = time.GetTimestamp();
            }
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            _limit = Math.Max(1, _limit / 2);
            _grownAt = time.GetTimestamp();
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            _taken--;
            if (_waiting is not null && _taken < _limit)
            {
                _taken++;
                _waiting.TrySetResult();
                _waiting = null;
            }
        }
    }
}
