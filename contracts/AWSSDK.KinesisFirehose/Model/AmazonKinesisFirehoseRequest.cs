using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>A request to Firehose.</summary>
public class AmazonKinesisFirehoseRequest : AmazonWebServiceRequest
{
}
