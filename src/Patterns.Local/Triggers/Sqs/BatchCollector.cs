using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>Gathers messages until a batch is full, its window is over or its event has 6 MB.</summary>
internal sealed class BatchCollector(SqsQueue queue, EventSourceMappingSettings settings, MessageFilter filter, TimeProvider time)
{
    private const int MostPerReceive = 10;
    private static readonly TimeSpan s_longPoll = TimeSpan.FromSeconds(20);

    /// <summary>Messages that were received and did not fit into the batch before.</summary>
    private readonly Queue<ReceivedMessage> _left = new();
    private readonly int _size = settings.BatchSize!.Value;

    /// <summary>Waits for the next batch; never empty.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped; what was gathered comes back by its visibility time-out.</exception>
    /// <exception cref="AwsException">The queue is gone.</exception>
    public async Task<IReadOnlyList<ReceivedMessage>> NextAsync(CancellationToken cancellationToken)
    {
        var batch = new Batch();
        TakeLeft(batch);
        long? started = batch.IsEmpty ? null : time.GetTimestamp();
        while (!batch.IsFull(_size) && Remaining(started) is var wait && (batch.IsEmpty || wait > TimeSpan.Zero))
        {
            await ReceiveAsync(batch, batch.IsEmpty ? s_longPoll : wait, cancellationToken).ConfigureAwait(false);
            started ??= batch.IsEmpty ? null : time.GetTimestamp();
        }

        return batch.Messages;
    }

    private async Task ReceiveAsync(Batch batch, TimeSpan wait, CancellationToken cancellationToken)
    {
        var options = new ReceiveOptions(Math.Min(MostPerReceive, _size - batch.Messages.Count))
        {
            Wait = wait < s_longPoll ? wait : s_longPoll,
            VisibilityTimeout = BatchVisibility.Of(queue, settings),
        };
        foreach (var message in await queue.ReceiveAsync(options, cancellationToken).ConfigureAwait(false))
        {
            Add(batch, message);
        }
    }

    private void Add(Batch batch, ReceivedMessage message)
    {
        if (!filter.Accepts(message))
        {
            queue.Delete(message.ReceiptHandle);
        }
        else if (_left.Count > 0 || !batch.TryAdd(message))
        {
            Keep(message);
        }
    }

    // In a FIFO queue it must wait for its group, which only the queue can see to.
    private void Keep(ReceivedMessage message)
    {
        if (queue.IsFifo)
        {
            queue.ChangeVisibility(message.ReceiptHandle, TimeSpan.Zero);
        }
        else
        {
            _left.Enqueue(message);
        }
    }

    private void TakeLeft(Batch batch)
    {
        while (_left.TryPeek(out var message) && batch.TryAdd(message))
        {
            _left.Dequeue();
        }
    }

    private TimeSpan Remaining(long? started) =>
        started is { } since ? settings.BatchingWindow - time.GetElapsedTime(since) : settings.BatchingWindow;

    private sealed class Batch
    {
        private readonly List<ReceivedMessage> _messages = [];
        private long _bytes = 32;
        private bool _overflowed;

        public List<ReceivedMessage> Messages => _messages;

        public bool IsEmpty => _messages.Count == 0;

        public bool IsFull(int size) => _overflowed || _messages.Count >= size;

        public bool TryAdd(ReceivedMessage message)
        {
            var bytes = SqsEvent.SizeOf(message);
            if (_messages.Count > 0 && _bytes + bytes > PayloadLimits.SyncRequestBytes)
            {
                _overflowed = true;
                return false;
            }

            _messages.Add(message);
            _bytes += bytes;
            return true;
        }
    }
}
