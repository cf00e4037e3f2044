using Patterns.Local.Services;

namespace Patterns.Local.Stacks.Targets;

/// <summary>Finds the target of an ARN by the service that it names.</summary>
internal sealed class DeliveryTargets : IDeliveryTargets
{
    private readonly Dictionary<string, IDeliveryTarget> _byService = new(StringComparer.Ordinal);

    /// <summary>Makes a service reachable; all must be before the first delivery.</summary>
    public void Add(string service, IDeliveryTarget target) => _byService.Add(service, target);

    public ValueTask<DeliveryResult> DeliverAsync(string targetArn, Delivery delivery, CancellationToken cancellationToken)
    {
        if (targetArn.Split(':', 4) is not ["arn", _, var service, _] || !_byService.TryGetValue(service, out var target))
        {
            return ValueTask.FromResult(DeliveryResult.Permanent($"{targetArn} is no queue, topic or function; other targets are not emulated here."));
        }

        try
        {
            target.Deliver(targetArn, delivery);
            return ValueTask.FromResult(DeliveryResult.Delivered);
        }
        catch (AwsException error)
        {
            return ValueTask.FromResult(error.Status is 429 or >= 500 ? DeliveryResult.Retryable(error.Message) : DeliveryResult.Permanent(error.Message));
        }
    }
}
