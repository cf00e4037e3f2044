using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The queue's URL.</summary>
public class CreateQueueResponse : AmazonWebServiceResponse
{
    public string QueueUrl { get; set; }
}
