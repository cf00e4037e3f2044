namespace Amazon.StepFunctions.Model;

/// <summary>Why a task could not be started.</summary>
public class TaskStartFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
