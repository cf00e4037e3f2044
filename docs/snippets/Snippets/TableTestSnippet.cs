using Orders;
using Patterns.Tables;
using Patterns.Testing;

namespace Snippets;

internal static class TableTestSnippet
{
    public static async Task RunAsync(ShipOrder handler)
    {
        // snippet: table-test
        var time = new FakeTimeProvider();
        var table = new InMemoryTable("orders", time);
        await table.PutAsync(new TableItem(new("order#17", "state")) { ["status"] = "placed", ExpiresAt = time.GetUtcNow().AddHours(1) }, default);

        time.Advance(TimeSpan.FromHours(2));
        table.RemoveExpired();

        var reply = await handler.FunctionHandler(Events.DynamoDb(table.TakeChanges()), new FakeLambdaContext());
        // end
    }
}
