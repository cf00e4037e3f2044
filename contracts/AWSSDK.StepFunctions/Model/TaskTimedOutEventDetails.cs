namespace Amazon.StepFunctions.Model;

/// <summary>Why a task timed out.</summary>
public class TaskTimedOutEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
