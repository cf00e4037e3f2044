namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>Brings a stream to a number of shards of the same size, by splits and merges as the service does it.</summary>
internal static class Resizing
{
    public static void Run(ShardMap shards, int count)
    {
        foreach (var range in HashKeyRange.Even(count))
        {
            SplitAt(shards, range.Start);
        }

        foreach (var range in HashKeyRange.Even(count))
        {
            MergeInto(shards, range);
        }
    }

    private static void SplitAt(ShardMap shards, UInt128 start)
    {
        var shard = shards.For(start);
        if (shard.HashKeys.Start != start)
        {
            shards.Split(shard, start);
        }
    }

    private static void MergeInto(ShardMap shards, HashKeyRange range)
    {
        var left = shards.For(range.Start);
        while (left.HashKeys.End != range.End)
        {
            shards.Merge(left, shards.For(left.HashKeys.End + 1), left);
            left = shards.For(range.Start);
        }
    }
}
