using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A request to SNS.</summary>
public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
