using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>A request to Kinesis.</summary>
public class AmazonKinesisRequest : AmazonWebServiceRequest
{
}
