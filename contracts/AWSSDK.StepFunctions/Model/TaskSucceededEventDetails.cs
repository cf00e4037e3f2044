namespace Amazon.StepFunctions.Model;

/// <summary>What a task came to.</summary>
public class TaskSucceededEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
