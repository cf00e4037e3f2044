using Patterns.FanOut;
using Patterns.Outbound;

namespace TransactionalFanOut.Functions;

/// <summary>What happened to an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">The order's version that the commit made; inside an order, messages are published in its order.</param>
public sealed record OrderEvent(string OrderId, int Version, string? Sku = null, int Quantity = 0, string? Note = null)
{
    /// <summary>The event as a message for the outbox. An order has one of each type, so that its id and the type name the message.</summary>
    public OutboxMessage As(string type)
    {
        var envelope = Envelope.Json($"{OrderId}/{type}", this, Json.Default.OrderEvent, type);
        return new OutboxMessage(envelope with { Key = OrderId, Subject = OrderId, Source = "/orders" }) { Sequence = Version };
    }
}
