namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>A clock that jumps to the time of each timer as soon as it is set; timers of days never come due.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly List<double> _delays = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>The seconds of all timers in the order in which they were set.</summary>
    public IReadOnlyList<double> Delays
    {
        get
        {
            lock (_lock)
            {
                return [.. _delays];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Never)
        {
            lock (_lock)
            {
                _now += dueTime;
                _delays.Add(dueTime.TotalSeconds);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
