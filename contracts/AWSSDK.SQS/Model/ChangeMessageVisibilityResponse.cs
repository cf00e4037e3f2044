using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The message is hidden for the time asked.</summary>
public class ChangeMessageVisibilityResponse : AmazonWebServiceResponse
{
}
