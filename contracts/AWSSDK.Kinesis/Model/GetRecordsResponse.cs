using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The records, and the place behind them; none at the end of a closed shard.</summary>
public class GetRecordsResponse : AmazonWebServiceResponse
{
    public List<ChildShard> ChildShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public long? MillisBehindLatest { get; set; }

    public string NextShardIterator { get; set; }

    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
