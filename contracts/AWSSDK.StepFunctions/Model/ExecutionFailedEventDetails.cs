namespace Amazon.StepFunctions.Model;

/// <summary>Why an execution failed.</summary>
public class ExecutionFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
