namespace Amazon.StepFunctions.Model;

/// <summary>What a function returned.</summary>
public class LambdaFunctionSucceededEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}
