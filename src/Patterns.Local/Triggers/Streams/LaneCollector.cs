using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Gathers the records of one lane until a batch is full, its window is over or its event has 6 MB.</summary>
/// <param name="reading">The mapping.</param>
/// <param name="shard">The shard that the lane is a part of.</param>
/// <param name="progress">Which of its records are done.</param>
/// <param name="lane">The number of the lane; it has the keys whose hash falls on it.</param>
internal sealed class LaneCollector(StreamReading reading, Shard shard, ShardProgress progress, int lane)
{
    private const int RecordsPerRead = 500;
    private const int LargestState = 1024 * 1024;

    private readonly RecordFilter _filter = new(reading.Filters, reading.Stream, shard);
    private readonly TimeProvider _time = reading.Aws.Time;
    private readonly int _reservedBytes = reading.TumblingWindow > TimeSpan.Zero ? LargestState : 0;
    private long _cursor = progress.Checkpoint;

    /// <summary>Waits for a batch, the end of a window or the end of the shard.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped; nothing that was gathered counts as done.</exception>
    public async Task<Gathered> NextAsync(CancellationToken stop)
    {
        var batch = new BatchBuilder(reading.Stream, shard, reading.BatchSize, _reservedBytes);
        DateTimeOffset? due = null;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var changed = shard.Changed;
            var isClosed = shard.IsClosed;
            var now = _time.GetUtcNow();
            var readsAll = Fill(batch);
            due ??= batch.IsEmpty ? null : now + reading.Settings.BatchingWindow;
            var windowEnd = WindowOf(batch)?.End;
            var isEnd = readsAll && isClosed;
            var closesWindow = windowEnd is not null && (readsAll ? isClosed || now >= windowEnd : !batch.IsFull);
            if (isEnd || closesWindow || batch.IsFull || now >= due)
            {
                return new Gathered(batch.Entries, closesWindow, isEnd);
            }

            await WaitAsync(changed, Earlier(due, windowEnd) - now, stop).ConfigureAwait(false);
        }
    }

    /// <returns>False when records are left for the next batch.</returns>
    private bool Fill(BatchBuilder batch)
    {
        while (!batch.IsFull)
        {
            var read = shard.Read(_cursor, RecordsPerRead);
            NoticeExpired(read);
            if (read.Records.Count == 0)
            {
                _cursor = read.Next;
                return true;
            }

            _cursor = read.Next - read.Records.Count;
            foreach (var record in read.Records)
            {
                if (batch.IsFull || !Take(record, batch))
                {
                    return false;
                }

                _cursor++;
            }
        }

        return false;
    }

    /// <returns>False when the record belongs into another batch.</returns>
    private bool Take(StreamRecord record, BatchBuilder batch)
    {
        if (record.Hash % (uint)reading.Lanes != (uint)lane || !progress.TryTake(_cursor))
        {
            return true;
        }

        if (!_filter.Accepts(record))
        {
            progress.MarkDone(_cursor);
            return true;
        }

        if (FitsWindow(record, batch) && batch.TryAdd(_cursor, record))
        {
            return true;
        }

        progress.Release(_cursor);
        return false;
    }

    private bool FitsWindow(StreamRecord record, BatchBuilder batch) =>
        reading.TumblingWindow == TimeSpan.Zero
        || WindowOf(batch) is not { } open
        || open == WindowBounds.At(record.ArrivedAt, reading.TumblingWindow);

    /// <summary>The window that is open, or that the batch will open.</summary>
    private WindowBounds? WindowOf(BatchBuilder batch)
    {
        if (reading.TumblingWindow == TimeSpan.Zero)
        {
            return null;
        }

        return progress.Window?.Bounds
            ?? (batch.IsEmpty ? null : WindowBounds.At(batch.Entries[0].Record.ArrivedAt, reading.TumblingWindow));
    }

    private void NoticeExpired(ShardRead read)
    {
        if (read.SkippedTrimmed && progress.Expire(read.Next - read.Records.Count) is > 0 and var lost)
        {
            reading.NoticeExpired(lost);
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? first, DateTimeOffset? second) =>
        first is null || second < first ? second : first;

    private async Task WaitAsync(Task changed, TimeSpan? atMost, CancellationToken stop)
    {
        var wait = atMost is { } time
            ? changed.WaitAsync(time, _time, stop)
            : changed.WaitAsync(stop);
        await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
