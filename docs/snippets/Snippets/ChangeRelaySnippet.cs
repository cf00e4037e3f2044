using System.Text.Json.Serialization;
using Orders;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;

namespace Snippets;

[JsonSerializable(typeof(TableChange<OrderPlaced>))]
internal sealed partial class ChangeJson : JsonSerializerContext;

// snippet: change-relay
public sealed class RelayChanges() : ChangeRelayHandler<OrderPlaced>(
    ChangeJson.Default.TableChangeOrderPlaced,
    new FanOutOptions<Envelope> { Routes = [new FanOutRoute<Envelope>(Destination.From(Environment.GetEnvironmentVariable("ORDERS_TOPIC")!))] },
    new RecordHandlerOptions { PartitionKeyName = "pk" })
{
    protected override IEnumerable<Envelope> Map(TableChange<OrderPlaced> change, RecordContext context) => change.Kind == "INSERT"
        ? [Envelope.Json(context.MessageId, change.New!, OrderJson.Default.OrderPlaced, "order.placed")]
        : [];
}
// end
