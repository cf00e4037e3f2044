namespace Samples.Tests;

public sealed class PeriodicalTests
{
    [Fact]
    public async Task Every_minute_is_closed_as_its_policy_says_while_10_functions_are_killed_in_the_middle_of_their_closes()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Periodical", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every minute was closed as its policy says, and every sale was counted once.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Periodical.Functions"));
    }
}
