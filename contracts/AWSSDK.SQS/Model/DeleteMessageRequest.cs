namespace Amazon.SQS.Model;

/// <summary>Deletes a message that was received.</summary>
public class DeleteMessageRequest : AmazonSQSRequest
{
    public DeleteMessageRequest()
    {
    }

    public DeleteMessageRequest(string queueUrl, string receiptHandle)
    {
        QueueUrl = queueUrl;
        ReceiptHandle = receiptHandle;
    }

    public string QueueUrl { get; set; }

    public string ReceiptHandle { get; set; }
}
