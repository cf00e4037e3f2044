using Orders;
using Patterns.Aws;
using Patterns.Outbound;

namespace Snippets;

internal static class DestinationSnippet
{
    public static async Task SendAsync(IReadOnlyList<OrderPlaced> orders, CancellationToken cancellationToken)
    {
        // snippet: destination
        var queue = Destination.From("arn:aws:sqs:eu-west-1:111122223333:orders.fifo");
        var writer = new OutboundWriter(queue); // keeps the order per key, as the queue does

        var envelopes = orders
            .Select(order => Envelope.Json(order.OrderId, order, OrderJson.Default.OrderPlaced, type: "order.placed") with { Key = order.Country })
            .ToList();
        await writer.SendAsync(envelopes, cancellationToken); // throws, naming those that were not sent
        // end
    }
}
