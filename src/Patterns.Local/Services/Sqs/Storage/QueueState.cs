namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>What the parts of a queue share: its messages, who waits for them, and the one lock that guards both.</summary>
internal sealed class QueueState
{
    private readonly TimeProvider _time;
    private readonly SqsLimits _limits;
    private readonly SqsQueue _queue;
    private long _lastNumber;

    public QueueState(SqsQueue queue, SqsService service)
    {
        _queue = queue;
        _time = service.Aws.Time;
        _limits = service.Limits;
        Store = new MessageStore(queue.IsFifo);
        Waiters = new ReceiveWaiters(_time, OnAlarm);
    }

    /// <summary>Held for every use of the members below.</summary>
    public Lock Gate { get; } = new();

    public MessageStore Store { get; }

    public ReceiptBook Receipts { get; } = new();

    public ReceiveWaiters Waiters { get; }

    public bool IsClosed { get; private set; }

    /// <summary>Lets time pass in the queue; every operation starts with it.</summary>
    /// <returns>The time that it is, in ticks.</returns>
    /// <exception cref="AwsException">The queue was deleted.</exception>
    public long Settle()
    {
        if (IsClosed)
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        var now = _time.GetUtcNow().UtcTicks;
        Store.Settle(now, _queue.Settings.Retention.Ticks)?.ForEach(Receipts.Forget);
        return now;
    }

    /// <summary>Wakes a long poll where there is something for it; every operation that may show a message ends with it.</summary>
    public void Wake()
    {
        if (!Waiters.Any)
        {
            return;
        }

        if (Store.HasNext && Store.InFlight < _limits.MaximumInFlight)
        {
            Waiters.WakeOne();
        }

        Waiters.SetAlarm(Store.NextWake, _time.GetUtcNow().UtcTicks);
    }

    public void Enter(StoredMessage message, long now, long visibleAt, long? sentAt = null)
    {
        message.Number = ++_lastNumber;
        message.SentAt = sentAt ?? now;
        message.VisibleAt = visibleAt;
        Store.Add(message, now);
        Wake();
    }

    public void Leave(StoredMessage message)
    {
        Store.Remove(message);
        Receipts.Forget(message);
    }

    public void Clear()
    {
        Store.Clear();
        Receipts.Clear();
    }

    public void Close()
    {
        IsClosed = true;
        Clear();
        Waiters.WakeAll();
    }

    private void OnAlarm(object? state)
    {
        lock (Gate)
        {
            if (!IsClosed)
            {
                Waiters.AlarmRang();
                Settle();
                Wake();
            }
        }
    }
}
