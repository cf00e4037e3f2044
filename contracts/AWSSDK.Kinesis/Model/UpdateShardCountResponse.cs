using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>From how many shards to how many the stream goes.</summary>
public class UpdateShardCountResponse : AmazonWebServiceResponse
{
    public int? CurrentShardCount { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }

    public int? TargetShardCount { get; set; }
}
