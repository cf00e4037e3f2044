namespace Amazon.StepFunctions.Model;

/// <summary>Asks for an execution of a Standard state machine.</summary>
public class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public IncludedData IncludedData { get; set; }
}
