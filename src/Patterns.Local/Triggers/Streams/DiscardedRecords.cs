using Patterns.Local.Services;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Gives records up: tells the destination, or the developer when there is none, and lets the shard go on.</summary>
internal sealed class DiscardedRecords(StreamReading reading, Shard shard, ShardProgress progress)
{
    public async Task DiscardAsync(BatchPart part, string condition)
    {
        if (reading.Settings.Stream.OnFailure is { } target)
        {
            await SendAsync(target, part, condition).ConfigureAwait(false);
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

    // Delivered also while the mapping is being stopped, so that no record is given up without a word.
    private async Task SendAsync(string target, BatchPart part, string condition)
    {
        var record = FailureRecord.Write(reading, shard, part, condition);
        var result = await reading.Targets.DeliverAsync(target, new Delivery(record), CancellationToken.None).ConfigureAwait(false);
        if (result.Outcome != DeliveryOutcome.Delivered)
        {
            reading.Notice($"the on-failure destination {target} did not take the failure record of {Describe(part)}: {result.Error}");
        }
    }
}
