using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The attributes are changed.</summary>
public class SetQueueAttributesResponse : AmazonWebServiceResponse
{
}
