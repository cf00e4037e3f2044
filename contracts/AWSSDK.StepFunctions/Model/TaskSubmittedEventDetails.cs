namespace Amazon.StepFunctions.Model;

/// <summary>The task that was handed over.</summary>
public class TaskSubmittedEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
