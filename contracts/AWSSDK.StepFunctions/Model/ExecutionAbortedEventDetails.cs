namespace Amazon.StepFunctions.Model;

/// <summary>Why an execution was stopped.</summary>
public class ExecutionAbortedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
