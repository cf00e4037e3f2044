namespace Amazon.EventBridge.Model;

/// <summary>Makes or changes a rule.</summary>
public class PutRuleRequest : AmazonEventBridgeRequest
{
    public string Description { get; set; }

    public string EventBusName { get; set; }

    public string EventPattern { get; set; }

    public string Name { get; set; }

    public string RoleArn { get; set; }

    public string ScheduleExpression { get; set; }

    public RuleState State { get; set; }
}
