using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>What can be done with the messages of one queue.</summary>
internal sealed class QueueMessages
{
    private readonly SqsQueue _queue;
    private readonly SqsLimits _limits;
    private readonly string _accountId;
    private readonly QueueState _state;
    private readonly DeduplicationMemory _accepted;
    private long? _purgedAt;

    public QueueMessages(SqsQueue queue, SqsService service)
    {
        _queue = queue;
        _limits = service.Limits;
        _accountId = service.Aws.AccountId;
        _state = new QueueState(queue, service);
        _accepted = new DeduplicationMemory(_limits.DeduplicationWindow);
        Receiver = new QueueReceiver(_state, queue, service);
    }

    public QueueReceiver Receiver { get; }

    public QueueCounts Counts
    {
        get
        {
            lock (_state.Gate)
            {
                _state.Settle();
                return _state.Store.Counts;
            }
        }
    }

    public SentMessage Send(NewMessage message, QueueSettings settings)
    {
        var stored = Arrival.From(message, settings, _accountId);
        var systemDigest = AttributeDigest.Of(message.SystemAttributes);
        lock (_state.Gate)
        {
            var now = _state.Settle();
            if (!settings.IsFifo)
            {
                _state.Enter(stored, now, now + (message.Delay ?? settings.Delay).Ticks);
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
        lock (_state.Gate)
        {
            if (_state.IsClosed)
            {
                return false;
            }

            var now = _state.Settle();
            _state.Enter(message, now, now, sentAt);
            return true;
        }
    }

    public void Delete(string receiptHandle)
    {
        lock (_state.Gate)
        {
            _state.Settle();
            if (_state.Receipts.FindToDelete(receiptHandle, _queue.IsFifo) is { } message)
            {
                _state.Leave(message);
                _state.Wake();
            }
        }
    }

    public void ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        VisibilityRules.Check(timeout, _limits);
        lock (_state.Gate)
        {
            var now = _state.Settle();
            var message = _state.Receipts.FindToChange(receiptHandle, _queue.IsFifo);
            VisibilityRules.CheckTotal(message, now + timeout.Ticks, timeout, _limits);
            message.Version++;
            if (timeout == TimeSpan.Zero)
            {
                _state.Store.Show(message);
            }
            else
            {
                _state.Store.Hide(message, now + timeout.Ticks);
            }

            _state.Wake();
        }
    }

    public void Purge()
    {
        lock (_state.Gate)
        {
            var now = _state.Settle();
            if (_purgedAt is { } last && now < last + _limits.PurgeInterval.Ticks)
            {
                throw SqsErrors.PurgeQueueInProgress(_queue.Name, _limits.PurgeInterval);
            }

            _purgedAt = now;
            _state.Clear();
        }
    }

    public void Redelay(TimeSpan delay)
    {
        lock (_state.Gate)
        {
            _state.Settle();
            _state.Store.Redelay(delay.Ticks);
            _state.Settle();
            _state.Wake();
        }
    }

    /// <summary>Moves the next visible message as a new one to the queue that <paramref name="route"/> names.</summary>
    public MoveOutcome MoveNext(Func<StoredMessage, SqsQueue?> route)
    {
        StoredMessage? message;
        SqsQueue? target;
        lock (_state.Gate)
        {
            _state.Settle();
            message = _state.Store.Next();
            if (message is null)
            {
                return MoveOutcome.NothingToMove;
            }

            target = route(message);
            if (target is null)
            {
                return MoveOutcome.NoTarget;
            }

            _state.Leave(message);
        }

        return target.Messages.TryAdopt(Arrival.Redriven(message)) ? MoveOutcome.Moved : MoveOutcome.NoTarget;
    }

    public void Close()
    {
        lock (_state.Gate)
        {
            _state.Close();
        }
    }

    private DeduplicationMemory.Accepted Accept(StoredMessage stored, QueueSettings settings, long now)
    {
        var key = new DeduplicationMemory.Key(settings.DeduplicationScope == "messageGroup" ? stored.GroupId : null, stored.DeduplicationId!);
        if (_accepted.TryFind(key, now, out var original))
        {
            return original;
        }

        _state.Enter(stored, now, now + settings.Delay.Ticks);
        var accepted = new DeduplicationMemory.Accepted(stored.Id, stored.SequenceNumber);
        _accepted.Remember(key, accepted, now);
        return accepted;
    }
}
