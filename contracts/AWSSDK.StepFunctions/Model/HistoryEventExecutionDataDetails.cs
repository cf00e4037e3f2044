namespace Amazon.StepFunctions.Model;

/// <summary>Whether the data of an event was cut.</summary>
public class HistoryEventExecutionDataDetails
{
    public bool? Truncated { get; set; }
}
