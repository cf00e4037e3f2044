using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Replays;

/// <summary>Reads the records of a failed batch from their shard again, and puts them into events.</summary>
/// <param name="stream">The stream.</param>
/// <param name="kind">What it is a stream of.</param>
/// <param name="mapping">How the mapping reads it now; null when there is none any more.</param>
internal sealed class FailedBatch(RecordStream stream, StreamKind kind, EventSourceMappingSettings? mapping)
{
    private const int RecordsPerRead = 500;

    /// <summary>
    /// The records between the two numbers that were in the batch: those that the mapping's filters accept and whose keys are in the
    /// same lane as the batch's.
    /// </summary>
    public IReadOnlyList<BatchEntry> Read(Shard shard, FailedRecords failed)
    {
        var between = Between(shard, failed);
        var lane = between.Find(entry => entry.Record.SequenceNumber == failed.First) ?? between.Find(entry => entry.Record.SequenceNumber == failed.Last);
        var lanes = (uint)(mapping?.Stream.ParallelizationFactor ?? 1);
        var filter = new RecordFilter([.. (mapping?.Filters ?? []).Select(pattern => EventPattern.Parse(pattern, kind.Dialect))], stream, shard);
        return between.FindAll(entry => filter.Accepts(entry.Record) && (lane is null || entry.Record.Hash % lanes == lane.Record.Hash % lanes));
    }

    /// <summary>The records in as few events as hold them.</summary>
    public IEnumerable<IReadOnlyList<BatchEntry>> Events(Shard shard, IReadOnlyList<BatchEntry> records)
    {
        var batch = new BatchBuilder(stream, shard, int.MaxValue, reservedBytes: 0);
        foreach (var (position, record, _) in records)
        {
            if (!batch.TryAdd(position, record))
            {
                yield return batch.Entries;
                batch = new BatchBuilder(stream, shard, int.MaxValue, reservedBytes: 0);
                batch.TryAdd(position, record);
            }
        }

        yield return batch.Entries;
    }

    private static List<BatchEntry> Between(Shard shard, FailedRecords failed)
    {
        var entries = new List<BatchEntry>();
        var position = shard.PositionOf(failed.First);
        while (shard.Read(position, RecordsPerRead) is { Records.Count: > 0 } read)
        {
            var at = read.Next - read.Records.Count;
            foreach (var record in read.Records)
            {
                if (SequenceNumbers.Compare(record.SequenceNumber, failed.Last) > 0)
                {
                    return entries;
                }

                entries.Add(new BatchEntry(at++, record, default));
            }

            position = read.Next;
        }

        return entries;
    }
}
