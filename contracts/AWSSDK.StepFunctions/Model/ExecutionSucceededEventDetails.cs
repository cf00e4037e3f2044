namespace Amazon.StepFunctions.Model;

/// <summary>With what an execution ended well.</summary>
public class ExecutionSucceededEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}
