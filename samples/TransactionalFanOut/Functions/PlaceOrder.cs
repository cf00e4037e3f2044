using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Patterns.Tables;

namespace TransactionalFanOut.Functions;

/// <summary>Writes the order, takes its goods out of the stock and puts two messages into the outbox: all of it, or nothing.</summary>
public sealed class PlaceOrder : Command
{
    protected override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        if (Read(BodyOf(request)) is not { IsValid: true } order)
        {
            return Reply(400, """{"title":"This is no order: id, sku and a quantity from 1 to 100 are needed."}""");
        }

        var placed = new OrderEvent(order.Id, Version: 1, order.Sku, order.Quantity, order.Note);
        var result = await Outbox.CommitAsync(
            [NewOrder(order), TakeFromStock(order)],
            [placed.As("order.placed"), (placed with { Note = null }).As("stock.reserved")],
            order.Fingerprint(),
            cancellationToken);

        return result switch
        {
            { Committed: true } => Reply(202, """{"status":"placed"}"""),
            { Refusals: [{ Index: 0 }, ..] } => Reply(409, """{"title":"There is another order with this id."}"""),
            _ => Reply(409, """{"title":"There is not enough of it in stock."}"""),
        };
    }

    private static TablePut NewOrder(Order order) =>
        new(new TableItem(OrderKey(order.Id)) { ["status"] = "placed", ["sku"] = order.Sku, ["quantity"] = (long)order.Quantity })
        {
            Condition = TableCondition.ItemMissing,
        };

    private static TableUpdate TakeFromStock(Order order) =>
        new TableUpdate(StockKey(order.Sku)) { Condition = TableCondition.GreaterOrEqual("available", (long)order.Quantity) }
            .Add("available", -order.Quantity);

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static byte[] BodyOf(APIGatewayHttpApiV2ProxyRequest request) => request switch
    {
        { Body: null } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };

    private static Order? Read(byte[] body)
    {
        try
        {
            return body.Length > 0 ? JsonSerializer.Deserialize(body, Json.Default.Order) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
