using System.Collections.Concurrent;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>How far a mapping has read each shard of its stream. Kept while the mapping is disabled or changed.</summary>
internal sealed class MappingProgress
{
    private readonly ConcurrentDictionary<string, ShardProgress> _shards = new(StringComparer.Ordinal);
    private bool _hasBegun;

    /// <summary>Ends when whoever reads for the mapping has stopped, with the batches it had in flight.</summary>
    public Task Reading { get; set; } = Task.CompletedTask;

    /// <summary>How many of the shards that are gone were looked at for records that nobody has processed.</summary>
    public int AgedShards { get; set; }

    /// <summary>Sets the starting positions when the mapping reads for the first time; shards that come later are read from their beginning.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="start">The position at which reading of a shard begins.</param>
    public void Begin(RecordStream stream, Func<Shard, long> start)
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        AgedShards = stream.Aged.Count;
        foreach (var shard in stream.Shards)
        {
            _shards[shard.Id] = new ShardProgress(start(shard));
        }
    }

    public ShardProgress Of(string shardId) => _shards.GetOrAdd(shardId, static _ => new ShardProgress(0));

    /// <summary>Forgets the shards that no longer exist.</summary>
    public void Keep(Func<string, bool> isNeeded)
    {
        foreach (var id in _shards.Keys.Where(id => !isNeeded(id)))
        {
            _shards.TryRemove(id, out _);
        }
    }
}
