using Amazon.Lambda.APIGatewayEvents;
using Patterns.Tables;

namespace TransactionalFanOut.Functions;

/// <summary>Pays or ships an order that has the status for it, and puts the message about it into the outbox.</summary>
public sealed class AdvanceOrder : Command
{
    protected override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var id = request.PathParameters["id"];
        var (from, to, version) = request.RouteKey.EndsWith("/payment", StringComparison.Ordinal) ? ("placed", "paid", 2) : ("paid", "shipped", 3);
        var result = await Outbox.CommitAsync(
            [new TableUpdate(OrderKey(id)) { Condition = TableCondition.Equal("status", from) }.Set("status", to)],
            [new OrderEvent(id, version).As($"order.{to}")],
            token: $"{id}-{to}",
            cancellationToken);

        return result.Committed ? Reply(202, $$"""{"status":"{{to}}"}""")
            : result.Refusals[0].Item is null ? Reply(404, """{"title":"There is no such order."}""")
            : Reply(409, $$"""{"title":"The order is not {{from}}."}""");
    }
}
