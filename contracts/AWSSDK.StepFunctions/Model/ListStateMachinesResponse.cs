using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>State machines.</summary>
public class ListStateMachinesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<StateMachineListItem> StateMachines { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
