using System.Text.Json;

namespace Patterns.Chains.Tests.Singleton;

public sealed class SingletonSimulation
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Fifty_contenders_never_write_out_of_order_and_the_next_owner_comes_in_time(int seed)
    {
        var world = await RunAsync(seed);

        CheckOrder(world);
        Assert.True(world.Crashes >= 5, $"{world.Crashes} crashes");
        Assert.True(world.Refusals >= 3, $"{world.Refusals} refusals");
        Assert.True(world.TakenAfterCrash.Count >= 3, $"{world.TakenAfterCrash.Count} take-overs after a crash");
        Assert.All(world.TakenAfterCrash, time => Assert.InRange(time, TimeSpan.Zero, SingletonWorld.Duration + SingletonWorld.Slack));
        Assert.All(world.TakenAfterEnd, time => Assert.InRange(time, TimeSpan.Zero, (SingletonWorld.Duration / 10) + SingletonWorld.Slack));
    }

    [Theory]
    [InlineData(5)]
    public async Task Clocks_that_differ_by_half_a_lease_break_no_order(int seed) =>
        CheckOrder(await RunAsync(seed, SingletonWorld.Duration / 2));

    [Fact]
    public async Task Without_a_guard_an_owner_that_was_frozen_overwrites_its_successor()
    {
        var world = await RunAsync(seed: 1);

        var tokens = Tokens(world.Guarded, "open");
        Assert.NotEqual(tokens.Order(), tokens);
    }

    private static async Task<SingletonWorld> RunAsync(int seed, TimeSpan mostSkew = default)
    {
        var world = new SingletonWorld(seed, mostSkew);

        // Without a synchronization context, so that all runs where the clock is moved, in the same order for the same seed.
        await Task.Run(() => world.Run(Time));
        return world;
    }

    private static void CheckOrder(SingletonWorld world)
    {
        Assert.Equal(world.Acquired.Distinct().Count(), world.Acquired.Count);
        var leases = Changes(world.Table, "lease", "leaseToken");
        Assert.Equal(leases.Order(), leases);
        var fenced = Tokens(world.Guarded, "fenced");
        Assert.NotEmpty(fenced);
        Assert.Equal(fenced.Order(), fenced);
        CheckEveryWriteWasOfTheOwner(world);
    }

    /// <summary>In the order of the table's changes, a checked write has the token that the lease has then.</summary>
    private static void CheckEveryWriteWasOfTheOwner(SingletonWorld world)
    {
        var current = 0L;
        var writes = 0;
        foreach (var change in world.Table.Changes)
        {
            if (change.Keys.Contains("\"checked\"", StringComparison.Ordinal))
            {
                Assert.Equal(current, Number(change.NewImage!, "token"));
                writes++;
            }
            else
            {
                current = Number(change.NewImage!, "leaseToken");
            }
        }

        Assert.NotEqual(0, writes);
    }

    private static List<long> Tokens(InMemoryTable table, string partition) => Changes(table, partition, "token");

    private static List<long> Changes(InMemoryTable table, string keyPart, string attribute) =>
        [.. table.Changes.Where(change => change.Keys.Contains($"\"{keyPart}\"", StringComparison.Ordinal)).Select(change => Number(change.NewImage!, attribute))];

    private static long Number(string image, string attribute)
    {
        using var document = JsonDocument.Parse(image);
        return long.Parse(document.RootElement.GetProperty(attribute).GetProperty("N").GetString()!);
    }
}
