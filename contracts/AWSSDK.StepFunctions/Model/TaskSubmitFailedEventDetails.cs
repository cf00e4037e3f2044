namespace Amazon.StepFunctions.Model;

/// <summary>Why a task could not be handed over.</summary>
public class TaskSubmitFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
