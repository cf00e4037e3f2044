namespace Samples.Tests;

public sealed class FanInTests
{
    [Fact]
    public async Task Every_request_has_its_one_best_quote_while_20_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/FanIn", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every request has its one best quote.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("FanIn.Functions"));
    }
}
