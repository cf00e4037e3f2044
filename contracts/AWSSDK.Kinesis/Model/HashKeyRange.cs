namespace Amazon.Kinesis.Model;

/// <summary>The hash keys of a shard, both ends included.</summary>
public class HashKeyRange
{
    public string EndingHashKey { get; set; }

    public string StartingHashKey { get; set; }
}
