using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule.</summary>
public class PutRuleResponse : AmazonWebServiceResponse
{
    public string RuleArn { get; set; }
}
