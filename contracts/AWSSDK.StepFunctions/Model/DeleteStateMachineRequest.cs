namespace Amazon.StepFunctions.Model;

/// <summary>Deletes a state machine once its executions have ended.</summary>
public class DeleteStateMachineRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }
}
