using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Whether the pattern matches.</summary>
public class TestEventPatternResponse : AmazonWebServiceResponse
{
    public bool? Result { get; set; }
}
