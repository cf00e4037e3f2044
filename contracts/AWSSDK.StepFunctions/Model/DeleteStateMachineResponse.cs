using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The state machine is deleted.</summary>
public class DeleteStateMachineResponse : AmazonWebServiceResponse
{
}
