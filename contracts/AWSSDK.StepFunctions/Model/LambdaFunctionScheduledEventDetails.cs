namespace Amazon.StepFunctions.Model;

/// <summary>The function that was scheduled.</summary>
public class LambdaFunctionScheduledEventDetails
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Resource { get; set; }

    public long? TimeoutInSeconds { get; set; }
}
