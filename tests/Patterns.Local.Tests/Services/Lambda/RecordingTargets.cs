using System.Collections.Concurrent;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Services.Lambda;

internal sealed class RecordingTargets : IDeliveryTargets
{
    public ConcurrentQueue<(string Target, Delivery Delivery)> Deliveries { get; } = new();

    /// <summary>The answers to the first deliveries; later ones get <see cref="Answer"/>.</summary>
    public ConcurrentQueue<DeliveryResult> FirstAnswers { get; } = new();

    public DeliveryResult Answer { get; set; } = DeliveryResult.Delivered;

    public ValueTask<DeliveryResult> DeliverAsync(string targetArn, Delivery delivery, CancellationToken cancellationToken)
    {
        Deliveries.Enqueue((targetArn, delivery));
        return ValueTask.FromResult(FirstAnswers.TryDequeue(out var first) ? first : Answer);
    }
}
