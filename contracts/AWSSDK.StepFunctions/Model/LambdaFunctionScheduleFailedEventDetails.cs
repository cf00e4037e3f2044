namespace Amazon.StepFunctions.Model;

/// <summary>Why a function could not be scheduled.</summary>
public class LambdaFunctionScheduleFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }
}
