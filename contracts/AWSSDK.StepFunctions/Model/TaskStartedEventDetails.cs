namespace Amazon.StepFunctions.Model;

/// <summary>The task that was started.</summary>
public class TaskStartedEventDetails
{
    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
