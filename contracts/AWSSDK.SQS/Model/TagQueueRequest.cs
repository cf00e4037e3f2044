namespace Amazon.SQS.Model;

/// <summary>Adds tags to a queue.</summary>
public class TagQueueRequest : AmazonSQSRequest
{
    public string QueueUrl { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
