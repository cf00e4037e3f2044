namespace Amazon.StepFunctions.Model;

/// <summary>Answers a task with its result.</summary>
public class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    public string Output { get; set; }

    public string TaskToken { get; set; }
}
