namespace Amazon.StepFunctions.Model;

/// <summary>The state that was entered.</summary>
public class StateEnteredEventDetails
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Name { get; set; }
}
