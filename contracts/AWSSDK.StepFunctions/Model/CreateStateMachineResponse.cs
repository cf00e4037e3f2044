using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The new state machine.</summary>
public class CreateStateMachineResponse : AmazonWebServiceResponse
{
    public DateTime? CreationDate { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }
}
