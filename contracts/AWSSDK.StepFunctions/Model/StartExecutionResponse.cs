using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The execution runs.</summary>
public class StartExecutionResponse : AmazonWebServiceResponse
{
    public string ExecutionArn { get; set; }

    public DateTime? StartDate { get; set; }
}
