using Patterns.Local.Services;
using Patterns.Local.Services.EventBridge;

namespace Patterns.Local.Stacks.Targets;

/// <summary>The body is the detail of an event.</summary>
internal sealed class BusTarget(EventBridgeService events) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery) => events.Put(
        arn,
        delivery.Event ?? throw new AwsException("ValidationException", $"A message without source and detail type cannot be sent to the bus {arn}."),
        delivery.Body);
}
