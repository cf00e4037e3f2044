using Orders;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;
using Patterns.Tables;

namespace Snippets;

// snippet: outbox
public static class Shop
{
    public static Outbox Outbox { get; } = new(Table.From(Environment.GetEnvironmentVariable("ORDERS_TABLE")!));

    public static OutboxRelayOptions Relay { get; } = new()
    {
        Routes = [new FanOutRoute<Envelope>(Destination.From(Environment.GetEnvironmentVariable("ORDERS_TOPIC")!))],
        FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_MESSAGES")!),
    };
}

public sealed class PlaceOrder() : RecordHandler<OrderPlaced>(OrderJson.Default.OrderPlaced)
{
    protected override async ValueTask HandleAsync(OrderPlaced order, RecordContext context)
    {
        var state = new TableItem(new TableKey($"order#{order.OrderId}", "state")) { ["status"] = "placed", ["version"] = 1 };
        var placed = Envelope.Json($"{order.OrderId}-1", order, OrderJson.Default.OrderPlaced, "order.placed") with { Key = order.OrderId };

        var result = await Shop.Outbox.CommitAsync(
            [new TablePut(state) { Condition = TableCondition.ItemMissing }],
            [new OutboxMessage(placed.CausedBy(context)) { Sequence = 1 }],
            token: context.MessageId,
            context.CancellationToken);

        if (!result.Committed)
        {
            throw new NonRetryableException($"Order {order.OrderId} exists.");
        }
    }
}

public sealed class RelayOrders() : OutboxRelayHandler(Shop.Outbox, Shop.Relay);

public sealed class SweepOrders() : OutboxSweeperHandler(Shop.Outbox, Shop.Relay);
// end
