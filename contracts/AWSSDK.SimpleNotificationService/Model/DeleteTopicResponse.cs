using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic is deleted.</summary>
public class DeleteTopicResponse : AmazonWebServiceResponse
{
}
