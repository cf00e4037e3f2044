namespace Amazon.StepFunctions.Model;

/// <summary>Why a function failed.</summary>
public class LambdaFunctionFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
