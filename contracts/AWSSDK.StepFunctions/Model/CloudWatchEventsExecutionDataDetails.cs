namespace Amazon.StepFunctions.Model;

/// <summary>Whether an input or output is in an answer.</summary>
public class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }
}
