using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The queue is deleted.</summary>
public class DeleteQueueResponse : AmazonWebServiceResponse
{
}
