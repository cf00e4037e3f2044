namespace Amazon.Kinesis.Model;

/// <summary>A shard that continues one that was read to its end.</summary>
public class ChildShard
{
    public HashKeyRange HashKeyRange { get; set; }

    public List<string> ParentShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ShardId { get; set; }
}
