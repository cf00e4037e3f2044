namespace Patterns.FanOut.Tests;

[Collection(HeavyTests.Name)]
public sealed class OutboxInterleavingTests
{
    [Fact]
    public async Task In_ten_thousand_interleavings_receivers_get_what_was_committed_and_in_order()
    {
        await Parallel.ForAsync(0, 10_000, async (seed, _) =>
        {
            try
            {
                await RunAsync(seed);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });
    }

    private static async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var shop = new Shop { Buckets = random.Next(1, 3) };
        shop.Billing.Refuse = Sometimes(seed + 1, random.Next(3) * 0.2);
        shop.Shipping.Refuse = Sometimes(seed + 2, random.Next(3) * 0.2);
        var schedule = new Interleaving(seed) { KillProbability = random.Next(3) * 0.01 };
        var writers = random.Next(1, 4);
        for (var writer = 0; writer < writers; writer++)
        {
            var (name, orders) = ($"w{writer}", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Order(random)).ToArray());
            schedule.Start(gate => WriteAsync(shop, name, orders, gate));
        }

        schedule.Start(gate => RelayAsync(shop, gate));
        schedule.Start(gate => shop.RelayAsync(gate, fromTheBeginning: true));
        schedule.Start(gate => shop.SweepAsync(gate, new OutboxSweeperOptions { MinAge = TimeSpan.Zero }));
        await schedule.RunAsync();

        if (random.Next(2) == 0)
        {
            shop.ExpireStream();
        }

        shop.Billing.Refuse = shop.Shipping.Refuse = _ => null;
        await shop.SettleAsync();
        shop.AssertDeliveredIfAndOnlyIfCommitted();
    }

    private static async Task WriteAsync(Shop shop, string name, string[] orders, IStepGate gate)
    {
        foreach (var order in orders)
        {
            await shop.PlaceAsync(order, name, messages: 1 + (name[1] % 2), gate: gate);
        }
    }

    private static async Task RelayAsync(Shop shop, IStepGate gate)
    {
        for (var poll = 0; poll < 3; poll++)
        {
            await shop.RelayAsync(gate, most: 2);
        }
    }

    private static string Order(Random random) => random.Next(2) == 0 ? "a" : "b";

    private static Func<Envelope, SendFailure?> Sometimes(int seed, double probability)
    {
        var random = new Random(seed);
        return envelope => random.NextDouble() < probability ? new SendFailure(envelope, "InternalError", "busy", IsRetryable: true) : null;
    }
}
