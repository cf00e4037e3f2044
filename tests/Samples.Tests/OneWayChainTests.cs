namespace Samples.Tests;

public sealed class OneWayChainTests
{
    [Fact]
    public async Task Every_chain_ends_as_it_must_while_10_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/OneWayChain", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every chain is completed, or has a failure record that names the step and the cause.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("OneWayChain.Functions"));
    }
}
