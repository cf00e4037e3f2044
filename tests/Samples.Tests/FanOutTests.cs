namespace Samples.Tests;

public sealed class FanOutTests
{
    [Fact]
    public async Task Every_order_is_accounted_for_while_20_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/FanOut", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every order is accounted for at every receiver.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("FanOut.Functions"));
    }
}
