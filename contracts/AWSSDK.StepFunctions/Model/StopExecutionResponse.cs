using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The execution has stopped.</summary>
public class StopExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? StopDate { get; set; }
}
