using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The delivery stream.</summary>
public class DescribeDeliveryStreamResponse : AmazonWebServiceResponse
{
    public DeliveryStreamDescription DeliveryStreamDescription { get; set; }
}
