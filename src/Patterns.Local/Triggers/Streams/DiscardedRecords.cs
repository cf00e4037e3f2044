using Patterns.Local.Services;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Gives records up: tells the destination, or the developer when there is none, and lets the shard go on.</summary>
internal sealed class DiscardedRecords(StreamReading reading, Shard shard, ShardProgress progress)
{
    /// <summary>Waits for a destination that is busy, as long as the records may still be read.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped before the destination took the failure record; nothing counts as done.</exception>
    public async Task DiscardAsync(BatchPart part, string condition, CancellationToken stop)
    {
        if (reading.Settings.Stream.OnFailure is { } target)
        {
            await SendAsync(target, part, condition, stop).ConfigureAwait(false);
        }
        else
        {
            reading.Notice($"{Describe(part)} discarded ({condition}); the mapping has no on-failure destination.");
        }

        foreach (var entry in part.Entries)
        {
            progress.MarkDone(entry.Position);
        }
    }

    /// <summary>For example <c>3 records of dynamodb Orders (shardId-1, from 100)</c>.</summary>
    public string Describe(BatchPart part) =>
        $"{part.Entries.Count} {(part.Entries.Count == 1 ? "record" : "records")} of {reading.Source} ({shard.Id}, from {part.Entries[0].Record.SequenceNumber})";

    // The first attempt is made also while the mapping is being stopped, so that no record is given up without a word.
    private async Task SendAsync(string target, BatchPart part, string condition, CancellationToken stop)
    {
        var delivery = new Delivery(FailureRecord.Write(reading, shard, part, condition));
        var deadline = part.Entries[^1].Record.ArrivedAt + (condition == FailureRecord.RecordAgeExceeded ? reading.Stream.Retention : reading.AgeLimit);
        var failures = 0;
        while (true)
        {
            var result = await reading.Targets.DeliverAsync(target, delivery, CancellationToken.None).ConfigureAwait(false);
            if (result.Outcome == DeliveryOutcome.Delivered)
            {
                return;
            }

            if (result.Outcome == DeliveryOutcome.Permanent || reading.Aws.Time.GetUtcNow() >= deadline)
            {
                reading.Notice($"the on-failure destination {target} did not take the failure record of {Describe(part)}: {result.Error}");
                return;
            }

            await Task.Delay(RetryBackoff.After(++failures), reading.Aws.Time, stop).ConfigureAwait(false);
        }
    }
}
