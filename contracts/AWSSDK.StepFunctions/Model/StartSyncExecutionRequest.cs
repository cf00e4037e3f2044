namespace Amazon.StepFunctions.Model;

/// <summary>Runs an Express state machine and waits for its end.</summary>
public class StartSyncExecutionRequest : AmazonStepFunctionsRequest
{
    public IncludedData IncludedData { get; set; }

    public string Input { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public string TraceHeader { get; set; }
}
