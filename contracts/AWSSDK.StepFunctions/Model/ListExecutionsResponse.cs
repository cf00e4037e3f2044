using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Executions.</summary>
public class ListExecutionsResponse : AmazonWebServiceResponse
{
    public List<ExecutionListItem> Executions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
