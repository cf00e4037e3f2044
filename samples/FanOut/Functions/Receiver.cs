using Patterns;
using Patterns.Aws;
using Patterns.Outbound;

namespace FanOut.Functions;

/// <summary>What the three receivers share: hopeless orders go to the dead letters at once, and everything done leaves a receipt.</summary>
public abstract class Receiver() : RecordHandler<Order>(Json.Default.Order, new RecordHandlerOptions
{
    FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!),
})
{
    private readonly SharedOutboundWriter _receipts = new(Destination.From(Environment.GetEnvironmentVariable("RECEIPTS_QUEUE")!));

    protected sealed override async ValueTask HandleAsync(Order order, RecordContext context)
    {
        await ReceiveAsync(order, context);
        var receipt = new Receipt(GetType().Name, order.Id, context.Attempt);
        var envelope = Envelope.Json(Guid.NewGuid().ToString(), receipt, Json.Default.Receipt, "order.received").CausedBy(context);
        await _receipts.SendAsync(envelope, context.CancellationToken);
    }

    protected abstract ValueTask ReceiveAsync(Order order, RecordContext context);
}
