using System.Collections.Concurrent;

namespace Patterns.Core.Tests.Records;

public sealed class ConcurrencyTests
{
    private const int Invocations = 64;
    private const int Rounds = 20;

    [Fact]
    public async Task One_handler_serves_64_invocations_at_a_time_without_mixing_them_up()
    {
        var wrong = new ConcurrentQueue<string>();
        var handler = new OrderHandler(async (order, context) =>
        {
            await Task.Yield();
            var invocation = context.Lambda.AwsRequestId;
            if (!order.Id.StartsWith(invocation + ":", StringComparison.Ordinal) || context.Id != order.Id || context.Key != "g" + order.Quantity)
            {
                wrong.Enqueue($"{invocation} got {order.Id} as {context.Id}");
            }

            if (order.Quantity == 3)
            {
                throw new InvalidOperationException();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Invocations).Select(invocation => Task.Run(() => InvokeAsync(handler, $"i{invocation}", wrong))));

        Assert.Empty(wrong);
    }

    private static async Task InvokeAsync(OrderHandler handler, string invocation, ConcurrentQueue<string> wrong)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var records = Enumerable.Range(0, 10).Select(n => new SqsRecord($$"""{"id":"{{invocation}}:{{round}}:{{n}}","quantity":{{n}}}""")
            {
                MessageId = $"{invocation}:{round}:{n}",
                GroupId = $"g{n}",
            });
            var reply = await handler.RunAsync(Events.SqsFifo([.. records]), new FakeLambdaContext { AwsRequestId = invocation });
            var failed = reply.FailedIds();
            if (failed is not [var only] || only != $"{invocation}:{round}:3")
            {
                wrong.Enqueue($"{invocation} reported {string.Join(",", failed)}");
            }
        }
    }
}
