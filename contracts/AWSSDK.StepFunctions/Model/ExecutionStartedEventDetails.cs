namespace Amazon.StepFunctions.Model;

/// <summary>With what an execution started.</summary>
public class ExecutionStartedEventDetails
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string RoleArn { get; set; }
}
