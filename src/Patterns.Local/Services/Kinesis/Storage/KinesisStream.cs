using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>A stream: takes records into its shards, and splits and merges them. Safe for use by many threads.</summary>
internal sealed class KinesisStream
{
    private readonly Lock _lock = new();
    private readonly ShardMap _shards;

    public KinesisStream(StreamSettings settings, AwsEnvironment aws, bool limitsShards)
    {
        Name = settings.Name;
        Account = aws.AccountId;
        Region = aws.Region;
        Arn = aws.Arn("kinesis", $"stream/{settings.Name}");
        ReaderArn = $"arn:aws:iam::{aws.AccountId}:role/local";
        CreatedAt = aws.Time.GetUtcNow();
        Mode = settings.Mode;
        MaxRecordKibibytes = settings.MaxRecordKibibytes;
        Log = new RecordStream(Arn, aws.Time, TimeSpan.FromHours(settings.RetentionHours));
        _shards = new ShardMap(Log, settings.ShardCount ?? KinesisLimits.OnDemandShards, limitsShards);
        Tags.Set(settings.Tags, this);
    }

    public string Name { get; }

    public string Arn { get; }

    public string Account { get; }

    public string Region { get; }

    /// <summary>The role that events name as their reader.</summary>
    public string ReaderArn { get; }

    public DateTimeOffset CreatedAt { get; }

    public StreamMode Mode { get; set; }

    public int MaxRecordKibibytes { get; set; }

    public StreamTags Tags { get; } = new();

    public RecordStream Log { get; }

    public int RetentionHours
    {
        get => (int)Log.Retention.TotalHours;
        set => Log.Retention = TimeSpan.FromHours(value);
    }

    /// <summary>All shards that may still hold records, by number.</summary>
    public IReadOnlyList<KinesisShard> Shards
    {
        get
        {
            lock (_lock)
            {
                return _shards.All();
            }
        }
    }

    public int OpenShards
    {
        get
        {
            lock (_lock)
            {
                return _shards.Open.Count;
            }
        }
    }

    public PutOutcome Put(in NewRecord record)
    {
        lock (_lock)
        {
            return _shards.For(record.HashKey).Put(this, record);
        }
    }

    /// <summary>Puts the records in their order; each may be refused by its shard on its own.</summary>
    public PutOutcome[] Put(IReadOnlyList<NewRecord> records)
    {
        var outcomes = new PutOutcome[records.Count];
        lock (_lock)
        {
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = _shards.For(records[i].HashKey).Put(this, records[i]);
            }
        }

        return outcomes;
    }

    public KinesisShard? FindShard(string id) => Shards.FirstOrDefault(shard => shard.Id == id);

    /// <exception cref="AwsException">There is no such open shard, or the hash key is not inside of it.</exception>
    public void Split(string shardId, string newStartingHashKey)
    {
        lock (_lock)
        {
            RefuseOnDemand("SplitShard");
            var shard = Find(shardId);
            var (start, end) = shard.HashKeys;
            if (!shard.IsOpen || !HashKey.TryParse(newStartingHashKey, out var key) || end - start < 3 || key <= start + 1 || key >= end)
            {
                throw KinesisErrors.InvalidArgument(
                    $"NewStartingHashKey {newStartingHashKey} used in SplitShard() on shard {shardId} in stream {Name} under account {Account} is not both greater than one plus the shard's StartingHashKey {start} and less than the shard's EndingHashKey {end}.");
            }

            _shards.Split(shard, key);
        }
    }

    /// <exception cref="AwsException">They are no open neighbours.</exception>
    public void Merge(string shardId, string adjacentShardId)
    {
        lock (_lock)
        {
            RefuseOnDemand("MergeShards");
            var (named, other) = (Find(shardId), Find(adjacentShardId));
            var (left, right) = named.HashKeys.Start < other.HashKeys.Start ? (named, other) : (other, named);
            if (!left.IsOpen || !right.IsOpen || left == right || left.HashKeys.End + 1 != right.HashKeys.Start)
            {
                throw KinesisErrors.InvalidArgument(
                    $"Shards {shardId} and {adjacentShardId} in stream {Name} under account {Account} are not an adjacent pair of shards eligible for merging");
            }

            _shards.Merge(left, right, named);
        }
    }

    /// <summary>Gives the stream <paramref name="count"/> shards of the same size.</summary>
    /// <returns>How many it had.</returns>
    /// <exception cref="AwsException">They are more than twice or less than half as many as now.</exception>
    public int Resize(int count)
    {
        lock (_lock)
        {
            RefuseOnDemand("UpdateShardCount");
            var now = _shards.Open.Count;
            if (count > now * 2 || count < (now + 1) / 2)
            {
                throw KinesisErrors.LimitExceeded(
                    $"UpdateShardCount cannot scale stream {Name} under account {Account} from {now} to {count} shards: it goes to at most double and at least half of the current count at a time.");
            }

            Resizing.Run(_shards, count);
            return now;
        }
    }

    private KinesisShard Find(string id) => _shards.All().FirstOrDefault(shard => shard.Id == id) ?? throw KinesisErrors.ShardNotFound(this, id);

    private void RefuseOnDemand(string operation)
    {
        if (Mode == StreamMode.OnDemand)
        {
            throw KinesisErrors.OnDemand(this, operation);
        }
    }
}
