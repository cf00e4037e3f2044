using Patterns.Local.Functions;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Brings the batches of one lane to their end, one after the other: done, or given up.</summary>
internal sealed class LaneRun(StreamReading reading, Shard shard, ShardProgress progress, BatchJudge judge)
{
    private readonly LaneInvoker _invoker = new(reading);
    private readonly DiscardedRecords _discarded = new(reading, shard, progress);
    private readonly LaneWindow _window = new(reading, shard, progress);
    private readonly Stack<BatchPart> _pending = new();

    /// <exception cref="OperationCanceledException">Reading was stopped; what is not done yet will be read again.</exception>
    public async Task RunAsync(IReadOnlyList<BatchEntry> batch, CancellationToken stop)
    {
        await _window.EnterAsync(batch[0], stop).ConfigureAwait(false);
        _pending.Push(new BatchPart(batch.ToArray()));
        while (_pending.TryPop(out var part))
        {
            stop.ThrowIfCancellationRequested();
            await Task.Delay(part.Wait, reading.Aws.Time, stop).ConfigureAwait(false);
            if (await WithoutOldAsync(part, stop).ConfigureAwait(false) is { Entries.Count: > 0 } current)
            {
                await TryAsync(current, stop).ConfigureAwait(false);
            }
        }
    }

    public Task CloseWindowAsync(CancellationToken stop) => _window.CloseAsync(stop);

    private async Task TryAsync(BatchPart part, CancellationToken stop)
    {
        var payload = _window.WriteEvent(part.Entries);
        if (await _invoker.InvokeAsync(payload, part.Entries.Count).ConfigureAwait(false) is not { } result)
        {
            _pending.Push(part with { Throttles = part.Throttles + 1, Wait = RetryBackoff.After(part.Throttles + 1) });
            return;
        }

        var verdict = judge.Judge(part.Entries, result);
        foreach (var entry in part.Entries[..verdict.Done])
        {
            progress.MarkDone(entry.Position);
        }

        var isComplete = verdict.Done == part.Entries.Count;
        reading.LastProcessingResult = isComplete ? "OK" : "PROBLEM: Function call failed";
        if (!isComplete)
        {
            await RetryAsync(part with { Attempts = part.Attempts + 1, Throttles = 0, LastResult = result }, verdict.Done, stop).ConfigureAwait(false);
        }

        if (verdict.Done > 0)
        {
            await _window.LearnAsync(verdict.State, stop).ConfigureAwait(false);
        }
    }

    private async Task RetryAsync(BatchPart part, int done, CancellationToken stop)
    {
        if (done > 0)
        {
            // The function moved on: what is left is a batch of its own, with retries of its own.
            _pending.Push(new BatchPart(part.Entries[done..]) { LastResult = part.LastResult });
        }
        else if (reading.Settings.Stream.BisectsBatchOnFunctionError == true && part.Entries.Count > 1)
        {
            var (first, second) = part.Split();
            _pending.Push(second);
            _pending.Push(first);
        }
        else if (part.Attempts > reading.Settings.Stream.RetryLimit)
        {
            await _discarded.DiscardAsync(part, FailureRecord.RetryAttemptsExhausted, stop).ConfigureAwait(false);
        }
        else
        {
            TellOfBlockedLane(part);
            _pending.Push(part with { Wait = RetryBackoff.After(part.Attempts) });
        }
    }

    private void TellOfBlockedLane(BatchPart part)
    {
        var settings = reading.Settings.Stream;
        if (part.Attempts == 1 && settings is { RetryLimit: int.MaxValue } && settings.AgeLimit == TimeSpan.MaxValue)
        {
            reading.Notice(
                $"{_discarded.Describe(part)} failed and will be tried until they succeed or expire after {reading.Stream.Retention.TotalHours:0} hours, and what follows them waits: the mapping has neither MaximumRetryAttempts nor MaximumRecordAgeInSeconds.");
        }
    }

    /// <summary>Gives up the records that became too old; the others go on.</summary>
    private async Task<BatchPart> WithoutOldAsync(BatchPart part, CancellationToken stop)
    {
        var horizon = reading.Aws.Time.GetUtcNow() - reading.AgeLimit;
        var old = 0;
        while (old < part.Entries.Count && part.Entries[old].Record.ArrivedAt <= horizon)
        {
            old++;
        }

        if (old > 0)
        {
            await _discarded.DiscardAsync(part with { Entries = part.Entries[..old] }, FailureRecord.RecordAgeExceeded, stop).ConfigureAwait(false);
        }

        return part with { Entries = part.Entries[old..] };
    }
}
