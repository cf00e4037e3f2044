namespace Amazon.StepFunctions.Model;

/// <summary>Asks for a state machine.</summary>
public class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    public IncludedData IncludedData { get; set; }

    public string StateMachineArn { get; set; }
}
