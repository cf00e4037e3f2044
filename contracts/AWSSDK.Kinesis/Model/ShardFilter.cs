namespace Amazon.Kinesis.Model;

/// <summary>Which shards to list.</summary>
public class ShardFilter
{
    public string ShardId { get; set; }

    public DateTime? Timestamp { get; set; }

    public ShardFilterType Type { get; set; }
}
