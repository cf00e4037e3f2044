namespace Amazon.StepFunctions.Model;

/// <summary>Says that the work on a task goes on.</summary>
public class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }
}
