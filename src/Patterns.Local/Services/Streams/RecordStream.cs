namespace Patterns.Local.Services.Streams;

/// <summary>A stream of shards: the part that DynamoDB streams and Kinesis have in common.</summary>
/// <param name="arn">The stream's name for mappings.</param>
/// <param name="time">The clock by which records age.</param>
/// <param name="retention">How long a record stays.</param>
internal sealed class RecordStream(string arn, TimeProvider time, TimeSpan retention)
{
    private readonly Lock _lock = new();
    private readonly List<Shard> _shards = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
                return [.. _shards];
            }
        }
    }

    /// <summary>Ends when a shard is added or the stream is deleted. Take it before <see cref="Shards"/>.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    public Shard AddShard(string id, params IReadOnlyList<string> parents)
    {
        var shard = new Shard(this, id, parents);
        Change(() => _shards.Add(shard));
        return shard;
    }

    /// <summary>Ends all readers.</summary>
    public void Delete() => Change(() => IsDeleted = true);

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
