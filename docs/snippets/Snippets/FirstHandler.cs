// snippet: first-handler
using System.Text.Json.Serialization;
using Patterns;

namespace Orders;

public sealed record OrderPlaced(string OrderId, string Country);

[JsonSerializable(typeof(OrderPlaced))]
public sealed partial class OrderJson : JsonSerializerContext;

public sealed class ShipOrder() : RecordHandler<OrderPlaced>(OrderJson.Default.OrderPlaced)
{
    protected override async ValueTask HandleAsync(OrderPlaced order, RecordContext context) =>
        await Carrier.BookAsync(order.OrderId, context.CancellationToken);
}
// end

internal static class Carrier
{
    public static Task BookAsync(string orderId, CancellationToken cancellationToken) =>
        orderId.Length > 0 ? Task.Delay(1, cancellationToken) : throw new NonRetryableException("No order.");
}
