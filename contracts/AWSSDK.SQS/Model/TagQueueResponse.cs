using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The tags are added.</summary>
public class TagQueueResponse : AmazonWebServiceResponse
{
}
