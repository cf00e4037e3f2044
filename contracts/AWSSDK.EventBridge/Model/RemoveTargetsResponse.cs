using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each target.</summary>
public class RemoveTargetsResponse : AmazonWebServiceResponse
{
    public List<RemoveTargetsResultEntry> FailedEntries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? FailedEntryCount { get; set; }
}
