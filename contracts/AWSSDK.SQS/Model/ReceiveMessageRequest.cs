namespace Amazon.SQS.Model;

/// <summary>Receives up to 10 messages.</summary>
public class ReceiveMessageRequest : AmazonSQSRequest
{
    public ReceiveMessageRequest()
    {
    }

    public ReceiveMessageRequest(string queueUrl)
    {
        QueueUrl = queueUrl;
    }

    [Obsolete("Use MessageSystemAttributeNames.")]
    public List<string> AttributeNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxNumberOfMessages { get; set; }

    public List<string> MessageAttributeNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> MessageSystemAttributeNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string QueueUrl { get; set; }

    public string ReceiveRequestAttemptId { get; set; }

    public int? VisibilityTimeout { get; set; }

    public int? WaitTimeSeconds { get; set; }
}
