using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;
using Patterns.Tables;

namespace Snippets;

internal static class StagedFanOutSnippet
{
    public static async Task RunAsync(Envelope placed, CancellationToken cancellationToken)
    {
        // snippet: staged-fan-out
        var orders = Table.From(Environment.GetEnvironmentVariable("ORDERS_TABLE")!);
        var fanOut = new StagedFanOut(orders,
        [
            new TableStagingReceiver("billing", Table.From(Environment.GetEnvironmentVariable("BILLING_TABLE")!)),
            new TableStagingReceiver("stock", Table.From(Environment.GetEnvironmentVariable("STOCK_TABLE")!)),
        ]);

        var state = new TablePut(new TableItem(new TableKey("order#17", "state"))) { Condition = TableCondition.ItemMissing };
        var result = await fanOut.SendAsync("order#17", [placed], cancellationToken, [state]);

        Console.WriteLine(result.Outcome); // Committed, or Aborted with result.Reason
        // end
    }
}
