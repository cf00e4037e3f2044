namespace Amazon.StepFunctions.Model;

/// <summary>Why a function timed out.</summary>
public class LambdaFunctionTimedOutEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
