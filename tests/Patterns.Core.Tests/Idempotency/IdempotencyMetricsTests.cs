using Patterns.Core.Tests.Records;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class IdempotencyMetricsTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task Claims_repetitions_and_mismatches_are_counted()
    {
        using var counted = new CountedKeys();
        var handler = _bench.Handler();
        await _bench.RunAsync(handler, "a", "b", "b");
        await _bench.RunAsync(handler, "a");
        await handler.RunAsync(Events.Sqs(IdempotencyBench.Body("b", 7)), _bench.Context());

        Assert.Equal((2, 2, 1), (counted["claimed"], counted["replayed"], counted["mismatched"]));
    }

    [Fact]
    public async Task Waits_and_lost_leases_are_counted()
    {
        await _bench.ClaimElsewhereAsync("a");
        using var counted = new CountedKeys();
        var handler = _bench.Handler(async (order, _) =>
        {
            if (order.Id == "b")
            {
                await _bench.Store.WriteAsync(new TableUpdate(_bench.KeyItem("b")!.Key).Set("owner", "somebody"), CancellationToken.None);
            }
        });

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Equal((1, 1), (counted["waited"], counted["leases_lost"]));
    }

    [Fact]
    public async Task No_log_line_quotes_a_payload()
    {
        await _bench.ClaimElsewhereAsync("a");
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        var context = _bench.Context();

        await _bench.Handler((_, _) => throw new InvalidOperationException()).RunAsync(Events.Sqs(OrderHandler.Body("a"), """{"id":"b","country":"secret"}"""), context);

        Assert.NotEmpty(context.Log.Lines);
        Assert.DoesNotContain(context.Log.Lines, line => line.Contains("secret"));
    }
}
