using Patterns.Local.Services;

namespace Patterns.Local.Stacks.Targets;

/// <summary>Finds the target of an ARN by the service that it names.</summary>
internal sealed class DeliveryTargets : IDeliveryTargets
{
    private readonly SortedDictionary<string, IDeliveryTarget> _byService = new(StringComparer.Ordinal);

    /// <summary>Makes a service reachable; all must be before the first delivery.</summary>
    public void Add(string service, IDeliveryTarget target) => _byService.Add(service, target);

    public bool Knows(string targetArn) => Find(targetArn) is not null;

    public ValueTask<DeliveryResult> DeliverAsync(string targetArn, Delivery delivery, CancellationToken cancellationToken)
    {
        if (Find(targetArn) is not { } target)
        {
            return ValueTask.FromResult(DeliveryResult.Permanent($"{targetArn} names nothing that takes messages here; resources of these services do: {string.Join(", ", _byService.Keys)}."));
        }

        try
        {
            target.Deliver(targetArn, delivery);
            return ValueTask.FromResult(DeliveryResult.Delivered);
        }
        catch (AwsException error)
        {
            return ValueTask.FromResult(error.Status is 429 or >= 500 ? DeliveryResult.Retryable(error.Message, error.Code) : DeliveryResult.Permanent(error.Message, error.Code));
        }
    }

    private IDeliveryTarget? Find(string targetArn) =>
        targetArn.Split(':', 6) is ["arn", _, var service, _, _, _] ? _byService.GetValueOrDefault(service) : null;
}
