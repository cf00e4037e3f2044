using Patterns.Local.Services.DynamoDb.Streams.Wire;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams.Operations;

internal static class GetRecords
{
    private const int Most = 1000;
    private const int MostBytes = 1024 * 1024;

    public static void Run(StreamsCall call)
    {
        var limit = call.Input.LimitOf(Most);
        var iterator = ShardIterator.Parse(call.Input.Required("ShardIterator"));
        var now = call.Time.GetUtcNow();
        if (iterator.IsExpired(now))
        {
            throw StreamErrors.IteratorExpired(iterator.IssuedAt);
        }

        var shard = call.Stream(iterator.StreamArn).Log.FindShard(iterator.ShardId) ?? throw StreamErrors.Trimmed();
        var isClosed = shard.IsClosed;
        var read = shard.Read(iterator.Position, limit);
        if (read.SkippedTrimmed)
        {
            throw StreamErrors.Trimmed();
        }

        var count = CountThatFit(read.Records);
        WriteRecords(call, read.Records, count);
        var next = iterator.Position + count;
        if (!isClosed || next < shard.Tip)
        {
            call.Answer.WriteString("NextShardIterator"u8, (iterator with { Position = next, IssuedAt = now }).ToString());
        }
    }

    private static int CountThatFit(IReadOnlyList<StreamRecord> records)
    {
        var (count, bytes) = (0, 0L);
        while (count < records.Count && (bytes += records[count].Size) <= MostBytes)
        {
            count++;
        }

        return Math.Max(count, Math.Min(1, records.Count));
    }

    private static void WriteRecords(StreamsCall call, IReadOnlyList<StreamRecord> records, int count)
    {
        call.Answer.WriteStartArray("Records"u8);
        for (var i = 0; i < count; i++)
        {
            ((TableRecord)records[i]).WriteAnswer(call.Answer);
        }

        call.Answer.WriteEndArray();
    }
}
