using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Events in their order.</summary>
public class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    public List<HistoryEvent> Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
