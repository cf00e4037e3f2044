namespace Patterns.Local.Services.Streams;

/// <summary>A stream of shards: the part that DynamoDB streams and Kinesis have in common.</summary>
/// <param name="arn">The stream's name for mappings.</param>
/// <param name="time">The clock by which records age.</param>
/// <param name="retention">How long a record stays.</param>
internal sealed class RecordStream(string arn, TimeProvider time, TimeSpan retention)
{
    private readonly Lock _lock = new();
    private readonly List<Shard> _shards = [];
    private readonly List<AgedShard> _aged = [];
    private readonly ChangeSignal _changed = new();

    public string Arn { get; } = arn;

    public TimeProvider Time { get; } = time;

    public TimeSpan Retention { get; set; } = retention;

    public bool IsDeleted { get; private set; }

    /// <summary>All shards that may still hold records, parents before their children.</summary>
    public IReadOnlyList<Shard> Shards
    {
        get
        {
            lock (_lock)
            {
                FreeAged();
                return [.. _shards];
            }
        }
    }

    /// <summary>All shards that there were and are no more, in the order in which they went.</summary>
    public IReadOnlyList<AgedShard> Aged
    {
        get
        {
            lock (_lock)
            {
                FreeAged();
                return [.. _aged];
            }
        }
    }

    /// <summary>Ends when a shard is added or the stream is deleted. Take it before <see cref="Shards"/>.</summary>
    public Task Changed => _changed.Next;

    /// <summary>Adds an open shard.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="startingSequenceNumber">Not above the number of any record that will be in it.</param>
    /// <param name="parents">The shards that it continues; close them first.</param>
    public Shard AddShard(string id, string startingSequenceNumber, params IReadOnlyList<string> parents)
    {
        var shard = new Shard(this, id, startingSequenceNumber, parents);
        lock (_lock)
        {
            FreeAged();
            _shards.Add(shard);
        }

        _changed.Notify();
        return shard;
    }

    public Shard? FindShard(string id)
    {
        foreach (var shard in Shards)
        {
            if (shard.Id == id)
            {
                return shard;
            }
        }

        return null;
    }

    /// <summary>Ends all readers.</summary>
    public void Delete()
    {
        IsDeleted = true;
        _changed.Notify();
    }

    // Not only for readers: a stream that nobody reads must not keep its records for ever.
    private void FreeAged()
    {
        _shards.RemoveAll(shard =>
        {
            var isGone = shard.HasAgedOut;
            if (isGone)
            {
                _aged.Add(new AgedShard(shard.Id, shard.Tip));
            }

            return isGone;
        });
        foreach (var shard in _shards)
        {
            shard.FreeAged();
        }
    }
}
