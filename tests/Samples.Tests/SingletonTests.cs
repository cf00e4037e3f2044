namespace Samples.Tests;

public sealed class SingletonTests
{
    [Fact]
    public async Task With_the_governor_nobody_is_refused_and_every_invoice_has_one_number_while_10_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Singleton", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("With the governor nobody was refused, and every invoice has one number, without gaps.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Singleton.Functions"));
    }
}
