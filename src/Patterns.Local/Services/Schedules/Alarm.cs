namespace Patterns.Local.Services.Schedules;

/// <summary>Rings whenever an expression is due. What comes due while the machine sleeps rings once, late.</summary>
/// <param name="time">The clock.</param>
/// <param name="nextAfter">When it rings next; null ends it.</param>
/// <param name="ring">Called with the time that was due, on a timer's thread; must not throw.</param>
internal sealed class Alarm(TimeProvider time, Func<DateTimeOffset, DateTimeOffset?> nextAfter, Action<DateTimeOffset> ring) : IDisposable
{
    /// <summary>Timers take no longer waits than some weeks, and a clock that is set must be noticed.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private bool _isDisposed;

    /// <summary>When it rings next; null when it never does any more.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <param name="after">Rings for what is due after this; null is now.</param>
    public void Start(DateTimeOffset? after = null)
    {
        lock (_lock)
        {
            Due = nextAfter(after ?? time.GetUtcNow());
            _timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Arm();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer?.Dispose();
            Due = null;
        }
    }

    private void Wake()
    {
        if (TakeDue() is { } due)
        {
            ring(due);
        }
    }

    // A timer of the system may be early by some milliseconds.
    private DateTimeOffset? TakeDue()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return null;
            }

            var now = time.GetUtcNow();
            var taken = Due <= now ? Due : null;
            if (taken is not null)
            {
                Due = nextAfter(now);
            }

            Arm();
            return taken;
        }
    }

    private void Arm()
    {
        if (Due is { } due)
        {
            var wait = due - time.GetUtcNow();
            wait = wait < s_longestWait ? wait : s_longestWait;
            _timer!.Change(wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
