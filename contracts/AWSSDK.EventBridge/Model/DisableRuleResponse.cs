using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule is disabled.</summary>
public class DisableRuleResponse : AmazonWebServiceResponse
{
}
