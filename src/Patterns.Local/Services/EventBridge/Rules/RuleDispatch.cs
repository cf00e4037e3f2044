using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Events;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>One event of a rule on its way to one target.</summary>
internal sealed class RuleDispatch(BusEvent item, Rule rule, RuleTarget target) : Dispatch
{
    private Delivery? _delivery;

    public override string Sender => $"The rule {rule.Name}";

    public override Delivery ForTarget(int attempt) => _delivery ??= target.IsBus ? Forwarded() : Message();

    public override Delivery ForDeadLetterQueue(DispatchFailure failure)
    {
        var attributes = failure.Attributes();
        attributes["RULE_ARN"] = MessageAttribute.OfString(rule.Arn);
        attributes["TARGET_ARN"] = MessageAttribute.OfString(target.Arn);
        return new Delivery(item.Text()) { Attributes = attributes };
    }

    public override void Ended(DispatchEnd end) => rule.Counts.Add(end);

    private Delivery Message() => new(target.Input.For(item, rule))
    {
        GroupId = target.MessageGroupId,
        PartitionKey = target.PartitionKeyPath?.Find(item.Document)?.ToString() ?? item.Id,
    };

    // An event keeps its id, time and source on the other bus; inputs do not apply.
    private Delivery Forwarded() => new(item.DetailText()) { Event = item.Header with { Forwarded = (item.Id, item.Time) } };
}
