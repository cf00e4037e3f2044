namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>What all queues of the service share.</summary>
internal sealed record DeliveryContext(IDeliveryTargets Targets, TimeProvider Time, IDeliveryLog? Log)
{
    public DeliveryActivity Activity { get; } = new();
}
