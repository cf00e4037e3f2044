using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What a bus is.</summary>
public class DescribeEventBusResponse : AmazonWebServiceResponse
{
    public string Arn { get; set; }

    public string Description { get; set; }

    public string Name { get; set; }
}
