namespace Patterns.Local.Services;

/// <summary>Hands a message to the resource that an ARN names: shared by topics, rules, schedules, async destinations and dead-letter queues.</summary>
/// <remarks>A queue stores it, a topic publishes it, a function gets the body as the payload of an asynchronous invocation.</remarks>
internal interface IDeliveryTargets
{
    /// <summary>Whether messages can be sent to the kind of resource that the ARN names; the resource itself need not exist.</summary>
    bool Knows(string targetArn) => true;

    ValueTask<DeliveryResult> DeliverAsync(string targetArn, Delivery delivery, CancellationToken cancellationToken);
}
