namespace Amazon.SQS.Model;

/// <summary>Deletes a queue with its messages.</summary>
public class DeleteQueueRequest : AmazonSQSRequest
{
    public DeleteQueueRequest()
    {
    }

    public DeleteQueueRequest(string queueUrl)
    {
        QueueUrl = queueUrl;
    }

    public string QueueUrl { get; set; }
}
