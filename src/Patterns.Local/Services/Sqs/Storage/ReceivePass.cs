using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// One receive: takes visible messages under the queue's lock, and moves those that were received too often to the
/// dead-letter queue once the lock is free, so that no thread ever holds the locks of two queues.
/// </summary>
internal sealed class ReceivePass(SqsQueue queue, SqsService service)
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);

    private SqsQueue? _deadLetterQueue;
    private List<StoredMessage>? _deadLetters;

    public List<ReceivedMessage> Received { get; } = [];

    public List<StoredMessage> Messages { get; } = [];

    public void Take(MessageStore store, ReceiptBook receipts, in ReceiveOptions options, long now)
    {
        _deadLetterQueue = service.Redrive.TargetOf(queue);
        var maxReceiveCount = _deadLetterQueue is null ? int.MaxValue : queue.Settings.RedrivePolicy?.MaxReceiveCount ?? int.MaxValue;
        var visibility = options.VisibilityTimeout ?? queue.Settings.VisibilityTimeout;
        var room = Math.Min(options.MaximumMessages, service.Limits.MaximumInFlight - store.InFlight);
        StoredMessage? previous = null;
        while (Received.Count < room && store.Next(previous) is { } message)
        {
            if (message.ReceiveCount >= maxReceiveCount)
            {
                GiveUp(message, store, receipts, now, visibility);
            }
            else
            {
                Deliver(message, store, receipts, now, visibility);
                previous = message;
            }
        }
    }

    public void MoveDeadLetters()
    {
        if (_deadLetters is null)
        {
            return;
        }

        foreach (var message in _deadLetters)
        {
            if (TryAdopt(_deadLetterQueue!, message, queue.Arn))
            {
                service.DeadLettered?.Invoke(queue, _deadLetterQueue!, message.ReceiveCount);
            }
            else
            {
                TryAdopt(queue, message, message.DeadLetterQueueSourceArn);
            }
        }
    }

    // A dead letter keeps its age, except in a FIFO queue.
    private static bool TryAdopt(SqsQueue target, StoredMessage message, string? sourceArn) =>
        target.Messages.TryAdopt(Arrival.DeadLetter(message, sourceArn), target.IsFifo ? null : message.SentAt);

    private void Deliver(StoredMessage message, MessageStore store, ReceiptBook receipts, long now, TimeSpan visibility)
    {
        message.ReceiveCount++;
        message.FirstReceivedAt ??= now;
        message.ReceivedAt = now;
        store.Hide(message, now + visibility.Ticks);
        Messages.Add(message);
        Received.Add(Snapshot(message, receipts.Issue(message)));
    }

    // Dead letters that would come back, round after round, rest instead: nobody receives them either way.
    private void GiveUp(StoredMessage message, MessageStore store, ReceiptBook receipts, long now, TimeSpan visibility)
    {
        if (service.Redrive.IsCycle(queue))
        {
            store.Hide(message, now + Math.Max(visibility.Ticks, ShortestRest.Ticks));
            return;
        }

        store.Remove(message);
        receipts.Forget(message);
        (_deadLetters ??= []).Add(message);
    }

    private ReceivedMessage Snapshot(StoredMessage message, string receiptHandle) => new()
    {
        Id = message.Id,
        ReceiptHandle = receiptHandle,
        Utf8Body = message.Utf8Body,
        BodyDigest = message.BodyDigest,
        Attributes = message.Attributes,
        AttributesDigest = message.AttributesDigest,
        SenderId = message.SenderId,
        SentAt = new DateTimeOffset(message.SentAt, TimeSpan.Zero),
        FirstReceivedAt = new DateTimeOffset(message.FirstReceivedAt!.Value, TimeSpan.Zero),
        ReceiveCount = message.ReceiveCount,
        SequenceNumber = queue.IsFifo ? message.SequenceNumber : null,
        GroupId = message.GroupId,
        DeduplicationId = message.DeduplicationId,
        TraceHeader = message.TraceHeader,
        DeadLetterQueueSourceArn = message.DeadLetterQueueSourceArn,
    };
}
