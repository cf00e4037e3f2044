using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each target.</summary>
public class PutTargetsResponse : AmazonWebServiceResponse
{
    public List<PutTargetsResultEntry> FailedEntries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? FailedEntryCount { get; set; }
}
