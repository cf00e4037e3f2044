using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The queue's URL.</summary>
public class GetQueueUrlResponse : AmazonWebServiceResponse
{
    public string QueueUrl { get; set; }
}
