using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The messages are being deleted.</summary>
public class PurgeQueueResponse : AmazonWebServiceResponse
{
}
