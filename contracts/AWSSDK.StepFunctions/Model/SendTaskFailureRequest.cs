namespace Amazon.StepFunctions.Model;

/// <summary>Answers a task with an error.</summary>
public class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string TaskToken { get; set; }
}
