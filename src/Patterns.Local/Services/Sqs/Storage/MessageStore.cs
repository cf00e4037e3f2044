namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// The messages of one queue and the moves between their states. Every operation costs at most the logarithm of the
/// number of messages. Not thread-safe: the queue holds its lock.
/// </summary>
internal sealed class MessageStore(bool isFifo)
{
    private readonly IDeliveryOrder _order = isFifo ? new GroupOrder() : new FairOrder();
    private readonly MessageHeap<ByAge> _all = new();
    private readonly MessageHeap<ByVisibility> _delayed = new();
    private readonly MessageHeap<ByVisibility> _inFlight = new();

    public QueueCounts Counts => new(_all.Count - _inFlight.Count - _delayed.Count, _inFlight.Count, _delayed.Count);

    public int InFlight => _inFlight.Count;

    public bool HasNext => _order.HasNext;

    /// <summary>When the next message becomes visible by itself; null where none is hidden.</summary>
    public long? NextWake => (_delayed.First?.VisibleAt, _inFlight.First?.VisibleAt) switch
    {
        ({ } delayed, { } inFlight) => Math.Min(delayed, inFlight),
        var (delayed, inFlight) => delayed ?? inFlight,
    };

    public StoredMessage? Next(StoredMessage? previous = null) => _order.Next(previous);

    /// <summary>Takes a message in, delayed where its <see cref="StoredMessage.VisibleAt"/> lies ahead.</summary>
    public void Add(StoredMessage message, long now)
    {
        _all.Add(message);
        message.State = message.VisibleAt > now ? MessageState.Delayed : MessageState.Visible;
        _order.Entered(message);
        if (message.State == MessageState.Delayed)
        {
            _delayed.Add(message);
        }
        else
        {
            _order.BecameVisible(message);
        }
    }

    public void Hide(StoredMessage message, long until)
    {
        LeaveHeap(message);
        var wasVisible = message.State == MessageState.Visible;
        message.State = MessageState.InFlight;
        message.VisibleAt = until;
        _inFlight.Add(message);
        if (wasVisible)
        {
            _order.BecameHidden(message);
        }
    }

    public void Show(StoredMessage message)
    {
        if (message.State == MessageState.Visible)
        {
            return;
        }

        LeaveHeap(message);
        message.State = MessageState.Visible;
        _order.BecameVisible(message);
    }

    public void Remove(StoredMessage message)
    {
        LeaveHeap(message);
        _all.Remove(message);
        message.State = MessageState.Gone;
        _order.Left(message);
    }

    /// <summary>Lets time pass: what was delayed or received long enough becomes visible, and what is too old leaves.</summary>
    /// <returns>The messages that retention deleted, or null.</returns>
    public List<StoredMessage>? Settle(long now, long retention)
    {
        var expired = Expire(now - retention);
        ShowDue(_delayed, now);
        ShowDue(_inFlight, now);
        return expired;
    }

    /// <summary>Gives the delayed messages of a FIFO queue a new delay, as its <c>DelaySeconds</c> acts on them too.</summary>
    public void Redelay(long delay)
    {
        foreach (var message in _delayed.Drain())
        {
            message.VisibleAt = message.SentAt + delay;
            _delayed.Add(message);
        }
    }

    public StoredMessage[] Clear()
    {
        var all = _all.Drain();
        _delayed.Drain();
        _inFlight.Drain();
        foreach (var message in all)
        {
            message.State = MessageState.Gone;
            _order.Left(message);
        }

        return all;
    }

    private List<StoredMessage>? Expire(long sentBefore)
    {
        List<StoredMessage>? expired = null;
        while (_all.First is { } oldest && oldest.SentAt <= sentBefore)
        {
            Remove(oldest);
            (expired ??= []).Add(oldest);
        }

        return expired;
    }

    private void ShowDue(MessageHeap<ByVisibility> hidden, long now)
    {
        while (hidden.First is { } first && first.VisibleAt <= now)
        {
            Show(first);
        }
    }

    private void LeaveHeap(StoredMessage message)
    {
        if (message.State == MessageState.Delayed)
        {
            _delayed.Remove(message);
        }
        else if (message.State == MessageState.InFlight)
        {
            _inFlight.Remove(message);
        }
    }
}
