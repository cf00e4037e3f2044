using Orders;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;

namespace Snippets;

// snippet: fan-out
public sealed class PublishOrder() : FanOutHandler<OrderPlaced>(OrderJson.Default.OrderPlaced, new FanOutOptions<OrderPlaced>
{
    Routes =
    [
        new FanOutRoute<OrderPlaced>(Destination.From(Environment.GetEnvironmentVariable("BILLING_QUEUE")!)),
        new FanOutRoute<OrderPlaced>(Destination.From(Environment.GetEnvironmentVariable("SHIPPING_QUEUE")!))
        {
            When = order => order.Country is "DE" or "FR",
        },
    ],
});
// end
