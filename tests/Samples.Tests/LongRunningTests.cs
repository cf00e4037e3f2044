namespace Samples.Tests;

public sealed class LongRunningTests
{
    [Fact]
    public async Task Every_payment_is_counted_once_while_10_workers_are_killed_in_the_middle_of_their_pages()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/LongRunning", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every payment was counted once.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("LongRunning.Functions"));
    }
}
