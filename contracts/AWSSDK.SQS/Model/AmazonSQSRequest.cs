using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>A request to SQS.</summary>
public class AmazonSQSRequest : AmazonWebServiceRequest
{
}
