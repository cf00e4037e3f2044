using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>A page of shards; the token of the next page, if there is one.</summary>
public class ListShardsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Shard> Shards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
