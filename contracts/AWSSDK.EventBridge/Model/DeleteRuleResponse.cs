using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule is deleted.</summary>
public class DeleteRuleResponse : AmazonWebServiceResponse
{
}
