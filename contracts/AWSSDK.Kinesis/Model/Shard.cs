namespace Amazon.Kinesis.Model;

/// <summary>A shard of a stream.</summary>
public class Shard
{
    public string AdjacentParentShardId { get; set; }

    public HashKeyRange HashKeyRange { get; set; }

    public string ParentShardId { get; set; }

    public SequenceNumberRange SequenceNumberRange { get; set; }

    public string ShardId { get; set; }
}
