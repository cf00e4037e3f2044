namespace Samples.Tests;

public sealed class TransactionalFanOutTests
{
    [Fact]
    public async Task What_is_committed_is_delivered_while_20_writers_relays_and_receivers_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/TransactionalFanOut", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Everything that was committed was delivered, and nothing else.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("TransactionalFanOut.Functions"));
    }
}
