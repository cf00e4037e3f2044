using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The heartbeat counts.</summary>
public class SendTaskHeartbeatResponse : AmazonWebServiceResponse
{
}
