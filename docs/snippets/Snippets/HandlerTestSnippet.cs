using Orders;
using Patterns.Testing;

namespace Snippets;

internal static class HandlerTestSnippet
{
    public static async Task RunAsync()
    {
        // snippet: handler-test
        var handler = new ShipOrder();
        var batch = Events.Sqs("""{"OrderId":"1","Country":"DE"}""", "not an order");

        var reply = await handler.FunctionHandler(batch, new FakeLambdaContext());

        Console.WriteLine(string.Join(", ", reply.FailedIds())); // 1: the second message returns to the queue
        // end
    }
}
