namespace Amazon.StepFunctions.Model;

/// <summary>Why an execution timed out.</summary>
public class ExecutionTimedOutEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
