using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>The messages of one queue and the one lock that guards them.</summary>
internal sealed class QueueMessages
{
    private readonly Lock _gate = new();
    private readonly SqsQueue _queue;
    private readonly SqsService _service;
    private readonly TimeProvider _time;
    private readonly SqsLimits _limits;
    private readonly MessageStore _store;
    private readonly ReceiptBook _receipts = new();
    private readonly DeduplicationMemory _accepted;
    private readonly ReceiveAttempts _attempts;
    private readonly ReceiveWaiters _waiters;
    private long _lastNumber;
    private long? _purgedAt;
    private bool _isClosed;

    public QueueMessages(SqsQueue queue, SqsService service)
    {
        _queue = queue;
        _service = service;
        _time = service.Aws.Time;
        _limits = service.Limits;
        _store = new MessageStore(queue.IsFifo);
        _accepted = new DeduplicationMemory(_limits.DeduplicationWindow);
        _attempts = new ReceiveAttempts(_limits.DeduplicationWindow);
        _waiters = new ReceiveWaiters(_time, OnAlarm);
    }

    public QueueCounts Counts
    {
        get
        {
            lock (_gate)
            {
                Settle();
                return _store.Counts;
            }
        }
    }

    public SentMessage Send(NewMessage message, QueueSettings settings)
    {
        var stored = Arrival.From(message, settings, _service.Aws.AccountId);
        var systemDigest = AttributeDigest.Of(message.SystemAttributes);
        lock (_gate)
        {
            var now = Settle();
            if (!settings.IsFifo)
            {
                Enter(stored, now, now + (message.Delay ?? settings.Delay).Ticks);
                return new SentMessage(stored.Id, stored.BodyDigest, stored.AttributesDigest, systemDigest, null);
            }

            var accepted = Accept(stored, settings, now);
            return new SentMessage(accepted.MessageId, stored.BodyDigest, stored.AttributesDigest, systemDigest, accepted.SequenceNumber);
        }
    }

    /// <summary>Takes in a message of another queue, visible at once.</summary>
    /// <param name="message">A copy that is in no queue.</param>
    /// <param name="sentAt">From when retention counts; null is now.</param>
    /// <returns>False when the queue was deleted.</returns>
    public bool TryAdopt(StoredMessage message, long? sentAt = null)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            var now = Settle();
            Enter(message, now, now, sentAt);
            return true;
        }
    }

    public IReadOnlyList<ReceivedMessage> Receive(in ReceiveOptions options)
    {
        var pass = new ReceivePass(_queue, _service);
        lock (_gate)
        {
            var now = Settle();
            if (!_queue.IsFifo && options.Wait <= TimeSpan.Zero && _store.InFlight >= _limits.MaximumInFlight)
            {
                throw SqsErrors.OverLimit(_limits.MaximumInFlight);
            }

            Take(options, pass, now);
        }

        pass.MoveDeadLetters();
        return pass.Received;
    }

    public ValueTask<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken)
    {
        var received = Receive(options);
        return received.Count > 0 || options.Wait <= TimeSpan.Zero
            ? ValueTask.FromResult(received)
            : WaitAndReceiveAsync(options, cancellationToken);
    }

    public void Delete(string receiptHandle)
    {
        lock (_gate)
        {
            Settle();
            if (_receipts.FindToDelete(receiptHandle, _queue.IsFifo) is { } message)
            {
                Leave(message);
                Wake();
            }
        }
    }

    public void ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        VisibilityRules.Check(timeout, _limits);
        lock (_gate)
        {
            var now = Settle();
            var message = _receipts.FindToChange(receiptHandle, _queue.IsFifo);
            VisibilityRules.CheckTotal(message, now + timeout.Ticks, timeout, _limits);
            message.Version++;
            if (timeout == TimeSpan.Zero)
            {
                _store.Show(message);
            }
            else
            {
                _store.Hide(message, now + timeout.Ticks);
            }

            Wake();
        }
    }

    public void Purge()
    {
        lock (_gate)
        {
            var now = Settle();
            if (_purgedAt is { } last && now < last + _limits.PurgeInterval.Ticks)
            {
                throw SqsErrors.PurgeQueueInProgress(_queue.Name, _limits.PurgeInterval);
            }

            _purgedAt = now;
            _store.Clear();
            _receipts.Clear();
        }
    }

    public void Redelay(TimeSpan delay)
    {
        lock (_gate)
        {
            Settle();
            _store.Redelay(delay.Ticks);
            Settle();
            Wake();
        }
    }

    /// <summary>Moves the next visible message as a new one to the queue that <paramref name="route"/> names.</summary>
    public MoveOutcome MoveNext(Func<StoredMessage, SqsQueue?> route)
    {
        StoredMessage? message;
        SqsQueue? target;
        lock (_gate)
        {
            Settle();
            message = _store.Next();
            if (message is null)
            {
                return MoveOutcome.NothingToMove;
            }

            target = route(message);
            if (target is null)
            {
                return MoveOutcome.NoTarget;
            }

            Leave(message);
        }

        return target.Messages.TryAdopt(Arrival.Redriven(message)) ? MoveOutcome.Moved : MoveOutcome.NoTarget;
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _store.Clear();
            _receipts.Clear();
            _waiters.WakeAll();
        }
    }

    private async ValueTask<IReadOnlyList<ReceivedMessage>> WaitAndReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken)
    {
        var deadline = _time.GetUtcNow().UtcTicks + options.Wait!.Value.Ticks;
        while (true)
        {
            var waiter = TakeOrWait(options, out var received);
            if (waiter is null)
            {
                return received;
            }

            var wait = Math.Max(0, deadline - _time.GetUtcNow().UtcTicks);
            if (!await IsWokenAsync(waiter, TimeSpan.FromTicks(wait), cancellationToken).ConfigureAwait(false))
            {
                return Receive(options);
            }
        }
    }

    private ReceiveWaiter? TakeOrWait(in ReceiveOptions options, out IReadOnlyList<ReceivedMessage> received)
    {
        var pass = new ReceivePass(_queue, _service);
        ReceiveWaiter? waiter = null;
        lock (_gate)
        {
            Take(options, pass, Settle());
            if (pass.Received.Count == 0)
            {
                waiter = _waiters.Add();
                Wake();
            }
        }

        pass.MoveDeadLetters();
        received = pass.Received;
        return waiter;
    }

    private async Task<bool> IsWokenAsync(ReceiveWaiter waiter, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.WaitAsync(wait, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PassOn(waiter);
        }
    }

    // A poll that was woken and goes away instead of receiving must not keep the wake-up for itself.
    private void PassOn(ReceiveWaiter waiter)
    {
        lock (_gate)
        {
            _waiters.Remove(waiter);
            Wake();
        }
    }

    private void Take(in ReceiveOptions options, ReceivePass pass, long now)
    {
        if (options.AttemptId is { } id && _attempts.Find(id, now) is { } attempt)
        {
            Repeat(attempt, options, pass, now);
        }
        else
        {
            pass.Take(_store, _receipts, options, now);
            if (options.AttemptId is { } newId && pass.Received.Count > 0)
            {
                _attempts.Remember(newId, pass.Received, pass.Messages, now);
            }
        }

        Wake();
    }

    private void Repeat(ReceiveAttempts.Attempt attempt, in ReceiveOptions options, ReceivePass pass, long now)
    {
        var visibility = options.VisibilityTimeout ?? _queue.Settings.VisibilityTimeout;
        foreach (var (message, _, _) in attempt.Messages)
        {
            _store.Hide(message, now + visibility.Ticks);
        }

        pass.Received.AddRange(attempt.Answer);
    }

    private DeduplicationMemory.Accepted Accept(StoredMessage stored, QueueSettings settings, long now)
    {
        var key = new DeduplicationMemory.Key(settings.DeduplicationScope == "messageGroup" ? stored.GroupId : null, stored.DeduplicationId!);
        if (_accepted.TryFind(key, now, out var original))
        {
            return original;
        }

        Enter(stored, now, now + settings.Delay.Ticks);
        var accepted = new DeduplicationMemory.Accepted(stored.Id, stored.SequenceNumber);
        _accepted.Remember(key, accepted, now);
        return accepted;
    }

    private void Enter(StoredMessage message, long now, long visibleAt, long? sentAt = null)
    {
        message.Number = ++_lastNumber;
        message.SentAt = sentAt ?? now;
        message.VisibleAt = visibleAt;
        _store.Add(message, now);
        Wake();
    }

    private void Leave(StoredMessage message)
    {
        _store.Remove(message);
        _receipts.Forget(message);
    }

    private long Settle()
    {
        if (_isClosed)
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        var now = _time.GetUtcNow().UtcTicks;
        var expired = _store.Settle(now, _queue.Settings.Retention.Ticks);
        if (expired is not null)
        {
            expired.ForEach(_receipts.Forget);
        }

        return now;
    }

    private void Wake()
    {
        if (!_waiters.Any)
        {
            return;
        }

        if (_store.HasNext && _store.InFlight < _limits.MaximumInFlight)
        {
            _waiters.WakeOne();
        }

        _waiters.SetAlarm(_store.NextWake, _time.GetUtcNow().UtcTicks);
    }

    private void OnAlarm(object? state)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _waiters.AlarmRang();
                Settle();
                Wake();
            }
        }
    }
}
