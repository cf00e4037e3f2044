namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>The hash keys of a shard, both ends included.</summary>
internal readonly record struct HashKeyRange(UInt128 Start, UInt128 End)
{
    /// <summary>All hash keys in <paramref name="count"/> ranges of the same size; the last one takes the rest.</summary>
    public static HashKeyRange[] Even(int count)
    {
        // There are 2^128 keys, one more than the type holds.
        var (size, rest) = UInt128.DivRem(UInt128.MaxValue, (uint)count);
        size += rest == (uint)(count - 1) ? UInt128.One : UInt128.Zero;
        var ranges = new HashKeyRange[count];
        for (var i = 0; i < count; i++)
        {
            var start = size * (uint)i;
            ranges[i] = new HashKeyRange(start, i == count - 1 ? UInt128.MaxValue : start + size - 1);
        }

        return ranges;
    }
}
