using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each event, in the order of the request.</summary>
public class PutEventsResponse : AmazonWebServiceResponse
{
    public List<PutEventsResultEntry> Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? FailedEntryCount { get; set; }
}
