using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>A place in a shard, good for five minutes.</summary>
public class GetShardIteratorResponse : AmazonWebServiceResponse
{
    public string ShardIterator { get; set; }
}
