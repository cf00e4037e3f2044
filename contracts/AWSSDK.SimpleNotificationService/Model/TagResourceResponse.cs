using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The tags are added.</summary>
public class TagResourceResponse : AmazonWebServiceResponse
{
}
