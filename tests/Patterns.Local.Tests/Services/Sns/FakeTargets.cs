using System.Collections.Concurrent;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Services.Sns;

/// <summary>Queues and functions that keep what they get and fail as they are told.</summary>
internal sealed class FakeTargets : IDeliveryTargets
{
    private readonly ConcurrentQueue<(string Arn, Delivery Delivery)> _deliveries = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new();

    /// <summary>Decides by ARN, delivery and the count of attempts on that ARN.</summary>
    public Func<string, Delivery, int, DeliveryResult> Respond { get; set; } = (_, _, _) => DeliveryResult.Delivered;

    /// <summary>Awaited before each delivery.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async ValueTask<DeliveryResult> DeliverAsync(string targetArn, Delivery delivery, CancellationToken cancellationToken)
    {
        await Before(targetArn);
        var result = Respond(targetArn, delivery, _attempts.AddOrUpdate(targetArn, 1, (_, count) => count + 1));
        if (result.Outcome == DeliveryOutcome.Delivered)
        {
            _deliveries.Enqueue((targetArn, delivery));
        }

        return result;
    }

    public int AttemptsOn(string arn) => _attempts.GetValueOrDefault(arn);

    public Delivery[] To(string arn) => [.. _deliveries.Where(entry => entry.Arn == arn).Select(entry => entry.Delivery)];

    public string[] BodiesTo(string arn) => [.. To(arn).Select(delivery => delivery.Body)];
}
