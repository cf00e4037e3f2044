using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The shard is being split.</summary>
public class SplitShardResponse : AmazonWebServiceResponse
{
}
