using System.Globalization;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>The change stream of one table: what its readers see, and where the table writes.</summary>
internal sealed class TableStream
{
    private static readonly TimeSpan s_retention = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly StreamImages _images;
    private readonly TableShards _shards;

    /// <param name="tableArn">The table.</param>
    /// <param name="viewType"><c>KEYS_ONLY</c>, <c>NEW_IMAGE</c>, <c>OLD_IMAGE</c> or <c>NEW_AND_OLD_IMAGES</c>.</param>
    /// <param name="keyNames">The names of the key attributes, the partition key first.</param>
    /// <param name="shards">How many shards it starts with: 4 for an on-demand table, 1 for a provisioned one.</param>
    /// <param name="aws">Names and clock.</param>
    public TableStream(string tableArn, string viewType, IReadOnlyList<string> keyNames, int shards, AwsEnvironment aws)
    {
        CreatedAt = aws.Time.GetUtcNow();
        Label = CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        Arn = $"{tableArn}/stream/{Label}";
        TableName = tableArn[(tableArn.LastIndexOf('/') + 1)..];
        ViewType = viewType;
        KeyNames = keyNames;
        Region = aws.Region;
        Log = new RecordStream(Arn, aws.Time, s_retention);
        _images = new StreamImages(viewType, keyNames);
        _shards = new TableShards(Log, shards);
    }

    public string Arn { get; }

    public string TableName { get; }

    public string Label { get; }

    public string ViewType { get; }

    public IReadOnlyList<string> KeyNames { get; }

    public string Region { get; }

    public DateTimeOffset CreatedAt { get; }

    public RecordStream Log { get; }

    /// <summary>True until the table stops writing; readers may read on for 24 hours.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>
    /// Writes a change down. The table calls it in the order in which changes of one item take effect, also for each item of a
    /// transaction; a write that changes nothing is not a change.
    /// </summary>
    /// <param name="before">The item before; null for an inserted one.</param>
    /// <param name="after">The item after; null for a removed one.</param>
    /// <param name="isExpiry">Whether the service itself removed the item because its time had come.</param>
    public void Record(Item? before, Item? after, bool isExpiry)
    {
        if ((after ?? before) is not { } item || (before is not null && before.Equals(after)))
        {
            return;
        }

        var keys = _images.KeysOf(item);
        var partition = PartitionText.Of(keys[KeyNames[0]]!);
        lock (_lock)
        {
            if (IsEnabled)
            {
                _shards.For(partition).Append(() => new TableRecord(this)
                {
                    SequenceNumber = _shards.NextSequenceNumber(),
                    PartitionKey = partition,
                    ArrivedAt = Log.Time.GetUtcNow(),
                    Kind = before is null ? ChangeKind.INSERT : after is null ? ChangeKind.REMOVE : ChangeKind.MODIFY,
                    Keys = keys,
                    NewImage = _images.NewOf(after),
                    OldImage = _images.OldOf(before),
                    IsExpiry = isExpiry,
                });
            }
        }
    }

    /// <summary>Closes the shards: the table no longer writes.</summary>
    public void Disable()
    {
        lock (_lock)
        {
            IsEnabled = false;
            _shards.Close();
        }
    }

    /// <summary>The shards as they are now: one that reached its age is continued by another even if nobody writes.</summary>
    public IReadOnlyList<Shard> CurrentShards()
    {
        lock (_lock)
        {
            if (IsEnabled)
            {
                _shards.RollOver();
            }
        }

        return Log.Shards;
    }
}
