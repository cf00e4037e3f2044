namespace Samples.Tests;

public sealed class TwoWayChainTests
{
    [Fact]
    public async Task Every_trip_is_booked_as_a_whole_or_not_at_all_while_10_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/TwoWayChain", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every trip is booked as a whole or not at all, and every traveller has one answer.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("TwoWayChain.Functions"));
    }
}
