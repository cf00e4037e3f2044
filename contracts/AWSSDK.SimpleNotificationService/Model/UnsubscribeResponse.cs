using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The subscription is ended.</summary>
public class UnsubscribeResponse : AmazonWebServiceResponse
{
}
