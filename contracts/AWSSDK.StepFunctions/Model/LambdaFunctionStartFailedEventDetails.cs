namespace Amazon.StepFunctions.Model;

/// <summary>Why a function could not be started.</summary>
public class LambdaFunctionStartFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
