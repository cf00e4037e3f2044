using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>What the topic made of the message.</summary>
public class PublishResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }

    public string SequenceNumber { get; set; }
}
