using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class GetRecords
{
    public static void Run(KinesisCall call)
    {
        var limit = call.Input.Number("Limit", 1, KinesisLimits.RecordsPerGet) ?? KinesisLimits.RecordsPerGet;
        var iterator = ShardIterator.Parse(call.Input.Required("ShardIterator"));
        var now = call.Now;
        if (iterator.IsExpired(now))
        {
            throw KinesisErrors.IteratorExpired(iterator.IssuedAt, now);
        }

        var (stream, shard) = Find(call.Service, iterator);
        var isClosed = !shard.IsOpen;
        var read = shard.Log.Read(iterator.Position, limit);
        var count = CountThatFit(read.Records);
        var next = read.Next - read.Records.Count + count;
        WriteRecords(call, read.Records, count);
        call.Answer.WriteNumber("MillisBehindLatest"u8, (long)Behind(shard.Log, read.Records, count, next, now).TotalMilliseconds);
        if (isClosed && next >= shard.Log.Tip)
        {
            ShardJson.WriteChildren(call.Answer, stream.Shards.Where(child => child.Log.Parents.Contains(shard.Id)));
        }
        else
        {
            call.Answer.WriteString("NextShardIterator"u8, ShardIterator.For(stream, shard, next, now).ToString());
        }
    }

    private static (KinesisStream Stream, KinesisShard Shard) Find(KinesisService service, ShardIterator iterator)
    {
        var stream = service.Find(iterator.Stream);
        return stream.CreatedAt.ToUnixTimeMilliseconds() == iterator.CreatedAt && stream.FindShard(iterator.ShardId) is { } shard
            ? (stream, shard)
            : throw KinesisErrors.ShardGone(stream.Name, iterator.ShardId, stream.Account);
    }

    private static int CountThatFit(IReadOnlyList<StreamRecord> records)
    {
        var (count, bytes) = (0, 0L);
        while (count < records.Count && (bytes += records[count].Size) <= KinesisLimits.GetBytes)
        {
            count++;
        }

        return Math.Max(count, Math.Min(1, records.Count));
    }

    /// <summary>How old the last record of the answer is, or the next one where there is none; zero at the tip.</summary>
    private static TimeSpan Behind(Shard shard, IReadOnlyList<StreamRecord> records, int count, long next, DateTimeOffset now)
    {
        if (next >= shard.Tip)
        {
            return TimeSpan.Zero;
        }

        if (count > 0)
        {
            return now - records[count - 1].ArrivedAt;
        }

        return shard.Read(next, 1).Records is [var oldest, ..] ? now - oldest.ArrivedAt : TimeSpan.Zero;
    }

    private static void WriteRecords(KinesisCall call, IReadOnlyList<StreamRecord> records, int count)
    {
        call.Answer.WriteStartArray("Records"u8);
        for (var i = 0; i < count; i++)
        {
            ((KinesisRecord)records[i]).WriteAnswer(call.Answer);
        }

        call.Answer.WriteEndArray();
    }
}
