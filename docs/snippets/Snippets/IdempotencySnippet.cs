using Orders;
using Patterns;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Snippets;

// snippet: idempotency
public sealed class StoreOrder(ITable table) : RecordHandler<OrderPlaced>(
    OrderJson.Default.OrderPlaced,
    pipeline: pipeline => pipeline.UseIdempotency(table, new IdempotencyOptions<OrderPlaced> { KeyOf = (order, _) => order.OrderId }))
{
    protected override ValueTask HandleAsync(OrderPlaced order, RecordContext context)
    {
        // Commits together with the key's completion: one delivery, however often the message comes.
        context.Enlist(new TableUpdate(new TableKey($"order#{order.OrderId}", "stock")).Add("toDeliver", 1));
        return ValueTask.CompletedTask;
    }
}
// end

// snippet: idempotent-call
public sealed class AcceptOrder(ITable table)
{
    private readonly IdempotentCall _calls = new(table, new IdempotencyOptions { Scope = "place-order" });

    public async Task<OrderPlaced> HandleAsync(string idempotencyKey, ReadOnlyMemory<byte> body, OrderPlaced order, CancellationToken cancellationToken)
    {
        var result = await _calls.RunAsync(
            idempotencyKey,
            body,
            OrderJson.Default.OrderPlaced,
            call =>
            {
                call.Enlist(new TablePut(new TableItem(new TableKey($"order#{order.OrderId}", "state")) { ["country"] = order.Country }));
                return ValueTask.FromResult(order);
            },
            cancellationToken);
        return result.Value; // the first call's, at every repetition
    }
}
// end
