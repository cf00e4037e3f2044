using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's ARN.</summary>
public class CreateTopicResponse : AmazonWebServiceResponse
{
    public string TopicArn { get; set; }
}
