namespace Patterns.Chains.Tests.Singleton;

public sealed class LeasePoolSimulation
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Contenders_of_three_functions_never_have_more_leases_than_there_are_and_each_function_has_its_floor_in_time(int seed)
    {
        var world = await RunAsync(seed, freezesAnywhere: false);

        CheckLimits(world);
        Assert.InRange(world.LongestBelowFloor, PoolWorld.Duration / 10, PoolWorld.Duration + PoolWorld.Slack);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Processes_that_are_frozen_with_any_request_in_their_hands_break_no_limit(int seed) =>
        CheckLimits(await RunAsync(seed, freezesAnywhere: true));

    private static async Task<PoolWorld> RunAsync(int seed, bool freezesAnywhere)
    {
        var world = new PoolWorld(seed, freezesAnywhere);

        // Without a synchronization context, so that all runs where the clock is moved, in the same order for the same seed.
        await Task.Run(() => world.Run(Time));
        return world;
    }

    private static void CheckLimits(PoolWorld world)
    {
        Assert.True(world.Crashes >= 5, $"{world.Crashes} crashes");
        Assert.True(world.Lost >= 5, $"{world.Lost} lost leases");
        Assert.True(world.Borrowed >= 5, $"{world.Borrowed} borrowed leases");
        Assert.Equal((PoolWorld.Size, PoolWorld.Size), world.Most);
        Assert.InRange(world.LongestDead, PoolWorld.Duration / 2, PoolWorld.Duration + PoolWorld.MostSkew);
    }
}
