using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The stream without its shards.</summary>
public class DescribeStreamSummaryResponse : AmazonWebServiceResponse
{
    public StreamDescriptionSummary StreamDescriptionSummary { get; set; }
}
