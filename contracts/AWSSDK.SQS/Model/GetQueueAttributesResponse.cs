using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>A queue's attributes; the typed properties read from them.</summary>
public class GetQueueAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int ApproximateNumberOfMessages => Number(QueueAttributeName.ApproximateNumberOfMessages);

    public int ApproximateNumberOfMessagesDelayed => Number(QueueAttributeName.ApproximateNumberOfMessagesDelayed);

    public int ApproximateNumberOfMessagesNotVisible => Number(QueueAttributeName.ApproximateNumberOfMessagesNotVisible);

    public int DelaySeconds => Number(QueueAttributeName.DelaySeconds);

    public int MaximumMessageSize => Number(QueueAttributeName.MaximumMessageSize);

    public int MessageRetentionPeriod => Number(QueueAttributeName.MessageRetentionPeriod);

    public int VisibilityTimeout => Number(QueueAttributeName.VisibilityTimeout);

    public string QueueARN => Text(QueueAttributeName.QueueArn);

    public string Policy => Text(QueueAttributeName.Policy);

    private int Number(QueueAttributeName name) => int.TryParse(Text(name), out var number) ? number : 0;

    private string Text(QueueAttributeName name) => Attributes?.GetValueOrDefault(name.Value);
}
