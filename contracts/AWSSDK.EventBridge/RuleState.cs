using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Whether a rule is at work.</summary>
public class RuleState : ConstantClass
{
    public static readonly RuleState DISABLED = new("DISABLED");

    public static readonly RuleState ENABLED = new("ENABLED");

    public static readonly RuleState ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS = new("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

    public RuleState(string value)
        : base(value)
    {
    }

    public static implicit operator RuleState(string value) => FindValue(value);

    public static RuleState FindValue(string value) => FindValue<RuleState>(value);
}
