namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// The long polls of a queue in order of arrival, and the alarm for the moment when a hidden message becomes visible.
/// Not thread-safe: the queue holds its lock, except while a poll waits.
/// </summary>
internal sealed class ReceiveWaiters(TimeProvider time, TimerCallback onAlarm)
{
    private readonly LinkedList<ReceiveWaiter> _waiting = new();
    private ITimer? _alarm;
    private long? _alarmAt;

    public bool Any => _waiting.Count > 0;

    public ReceiveWaiter Add()
    {
        var waiter = new ReceiveWaiter();
        _waiting.AddLast(waiter);
        return waiter;
    }

    /// <returns>False when the waiter had already been woken.</returns>
    public bool Remove(ReceiveWaiter waiter) => _waiting.Remove(waiter);

    public void WakeOne()
    {
        if (_waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            first.Value.Wake();
        }
    }

    public void WakeAll()
    {
        while (Any)
        {
            WakeOne();
        }

        _alarm?.Dispose();
        _alarm = null;
    }

    public void SetAlarm(long? at, long now)
    {
        if (at == _alarmAt)
        {
            return;
        }

        _alarmAt = at;
        _alarm ??= time.CreateTimer(onAlarm, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _alarm.Change(at is { } due ? DueIn(due - now) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void AlarmRang() => _alarmAt = null;

    // Timers count whole milliseconds; one that rang early would only set itself again.
    private static TimeSpan DueIn(long ticks) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(ticks, 0) / (double)TimeSpan.TicksPerMillisecond));
}
