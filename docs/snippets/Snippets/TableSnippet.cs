using Patterns.Aws;
using Patterns.Tables;

namespace Snippets;

internal static class TableSnippet
{
    public static async Task RunAsync(DateTimeOffset tomorrow, CancellationToken cancellationToken)
    {
        // snippet: table
        var table = Table.From("arn:aws:dynamodb:eu-west-1:111122223333:table/orders");
        var order = new TableKey("order#17", "state");

        var put = await table.PutAsync(new TableItem(order) { ["status"] = "placed", ExpiresAt = tomorrow }, cancellationToken, TableCondition.ItemMissing);
        if (!put.Applied)
        {
            Console.WriteLine($"placed before: {put.Item!["status"]!.GetString()}"); // the item that was in the way
        }

        var paid = await table.TransactAsync(
            [
                new TableUpdate(order) { Condition = TableCondition.Equal("status", "placed") }.Set("status", "paid").Add("version", 1),
                new TablePut(new TableItem(new("order#17", "event#2")) { ["type"] = "order.paid" }),
            ],
            token: "order-17-paid",
            cancellationToken);
        Console.WriteLine(paid.Committed); // all or nothing
        // end
    }
}
