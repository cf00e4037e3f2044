using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule is enabled.</summary>
public class EnableRuleResponse : AmazonWebServiceResponse
{
}
