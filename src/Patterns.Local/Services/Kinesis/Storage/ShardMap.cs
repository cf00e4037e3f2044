using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>The shards of a stream: which one takes a hash key, and which continues which.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class ShardMap
{
    private readonly RecordStream _log;
    private readonly bool _isLimited;
    private readonly Dictionary<string, KinesisShard> _known = new(StringComparer.Ordinal);

    // Without gaps, in the order of their hash keys.
    private readonly List<KinesisShard> _open = [];
    private int _next;

    public ShardMap(RecordStream log, int count, bool isLimited)
    {
        _log = log;
        _isLimited = isLimited;
        foreach (var range in HashKeyRange.Even(count))
        {
            _open.Add(Add(range));
        }
    }

    public IReadOnlyList<KinesisShard> Open => _open;

    /// <summary>All shards that may still hold records, by number.</summary>
    public IReadOnlyList<KinesisShard> All()
    {
        KinesisShard[] existing = [.. _log.Shards.Select(shard => _known[shard.Id])];
        if (existing.Length < _known.Count)
        {
            var ids = existing.Select(shard => shard.Id).ToHashSet();
            foreach (var gone in _known.Keys.Where(id => !ids.Contains(id)).ToList())
            {
                _known.Remove(gone);
            }
        }

        return existing;
    }

    /// <summary>The open shard that takes the hash key.</summary>
    public KinesisShard For(UInt128 hashKey)
    {
        var (low, high) = (0, _open.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hashKey <= _open[middle].HashKeys.End ? (low, middle) : (middle + 1, high);
        }

        return _open[low];
    }

    /// <summary>Closes an open shard and continues it in two.</summary>
    /// <param name="parent">The shard.</param>
    /// <param name="start">The first hash key of the second child; inside of the shard's range and not its first.</param>
    public void Split(KinesisShard parent, UInt128 start)
    {
        parent.Close();
        var at = _open.IndexOf(parent);
        _open[at] = Add(parent.HashKeys with { End = start - 1 }, parent);
        _open.Insert(at + 1, Add(parent.HashKeys with { Start = start }, parent));
    }

    /// <summary>Closes an open shard and its right neighbour and continues both in one. The first parent is <paramref name="named"/>.</summary>
    public void Merge(KinesisShard left, KinesisShard right, KinesisShard named)
    {
        left.Close();
        right.Close();
        var at = _open.IndexOf(left);
        _open[at] = Add(new HashKeyRange(left.HashKeys.Start, right.HashKeys.End), named, named == left ? right : left);
        _open.RemoveAt(at + 1);
    }

    private KinesisShard Add(HashKeyRange range, params KinesisShard[] parents)
    {
        var number = _next++;
        var now = _log.Time.GetUtcNow().ToUnixTimeSeconds();
        var created = Math.Max(now, parents.Select(parent => parent.CreatedSecond + 1).DefaultIfEmpty().Max());
        var start = new SequenceNumber(created, number, 0, created).ToString();
        var log = _log.AddShard($"shardId-{number:D12}", start, [.. parents.Select(parent => parent.Id)]);
        var shard = new KinesisShard(log, number, range, created, _isLimited, _log.Time);
        _known.Add(shard.Id, shard);
        return shard;
    }
}
