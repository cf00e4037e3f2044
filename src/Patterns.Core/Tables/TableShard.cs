using System.Text;

namespace Patterns.Tables;

/// <summary>Spreads keys over a fixed number of partitions.</summary>
public static class TableShard
{
    private const uint HashStart = 2166136261;
    private const uint HashPrime = 16777619;

    /// <summary>The shard of a key, from 0: the same one in every process and version (FNV-1a over the UTF-8 bytes).</summary>
    /// <param name="key">The key.</param>
    /// <param name="shards">How many shards there are, at least 1. Another number moves keys to other shards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no shards.</exception>
    public static int Of(string key, int shards)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        var hash = HashStart;
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ octet) * HashPrime;
        }

        return (int)(hash % (uint)shards);
    }
}
