using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The attribute is changed.</summary>
public class SetTopicAttributesResponse : AmazonWebServiceResponse
{
}
