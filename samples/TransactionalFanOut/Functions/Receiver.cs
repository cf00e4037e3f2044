using Patterns;
using Patterns.Aws;
using Patterns.Tables;

namespace TransactionalFanOut.Functions;

/// <summary>Stands for billing, warehouse and analytics: writes down, for each order, which messages it heard and in which order.</summary>
/// <remarks>A message that comes twice is written once: the line itself says what is known, and changes only if nobody else changed it.</remarks>
public sealed class Receiver() : RecordHandler<OrderEvent>(Json.Default.OrderEvent)
{
    private readonly string _name = Environment.GetEnvironmentVariable("RECEIVER")!;
    private readonly ITable _ledger = Table.From(Environment.GetEnvironmentVariable("LEDGER_TABLE")!);

    protected override async ValueTask HandleAsync(OrderEvent message, RecordContext context)
    {
        var key = new TableKey($"{_name}#{message.OrderId}", "heard");
        var line = await _ledger.GetAsync(key, context.CancellationToken);
        var heard = line?["messages"]?.GetString() ?? "";
        if (heard.Split(' ').Contains(context.MessageId))
        {
            await _ledger.WriteAsync(new TableUpdate(key).Add("repeated", 1), context.CancellationToken);
            return;
        }

        var update = new TableUpdate(key) { Condition = line is null ? TableCondition.ItemMissing : TableCondition.Equal("messages", heard) };
        var written = await _ledger.WriteAsync(update.Set("messages", $"{heard} {context.MessageId}".TrimStart()), context.CancellationToken);
        if (!written.Applied)
        {
            throw new InvalidOperationException($"The line of order {message.OrderId} was changed meanwhile.");
        }
    }
}
