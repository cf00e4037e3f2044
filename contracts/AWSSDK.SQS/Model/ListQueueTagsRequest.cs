namespace Amazon.SQS.Model;

/// <summary>Lists a queue's tags.</summary>
public class ListQueueTagsRequest : AmazonSQSRequest
{
    public string QueueUrl { get; set; }
}
