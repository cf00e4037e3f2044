using Amazon.Lambda.APIGatewayEvents;
using Patterns.Tables;

namespace TransactionalFanOut.Functions;

/// <summary>Pays or ships an order that has the status for it, and puts the message about it into the outbox.</summary>
public sealed class AdvanceOrder : Command
{
    protected override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var id = request.PathParameters["id"];
        if (!Order.IsName(id))
        {
            return NoSuchOrder();
        }

        var (from, to, version) = request.RouteKey.EndsWith("/payment", StringComparison.Ordinal) ? ("placed", "paid", 2) : ("paid", "shipped", 3);
        var result = await Outbox.CommitAsync(
            [new TableUpdate(OrderKey(id)) { Condition = TableCondition.Equal("status", from) }.Set("status", to)],
            [new OrderEvent(id, version).As($"order.{to}")],
            token: $"{id}-{to}",
            cancellationToken);

        return result switch
        {
            { Committed: true } => Reply(202, $$"""{"status":"{{to}}"}"""),
            { Refusals: [{ Item: null }, ..] } => NoSuchOrder(),
            _ => Reply(409, $$"""{"title":"The order is not {{from}}."}"""),
        };
    }

    private static APIGatewayHttpApiV2ProxyResponse NoSuchOrder() => Reply(404, """{"title":"There is no such order."}""");
}
