namespace Amazon.SQS.Model;

/// <summary>Deletes all messages of a queue.</summary>
public class PurgeQueueRequest : AmazonSQSRequest
{
    public string QueueUrl { get; set; }
}
