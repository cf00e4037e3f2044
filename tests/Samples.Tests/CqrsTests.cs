namespace Samples.Tests;

public sealed class CqrsTests
{
    [Fact]
    public async Task Every_view_is_what_the_commands_say_while_20_functions_are_killed_and_the_views_are_rebuilt()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Cqrs", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every command had one effect, every view is what the commands say, and the browser has no gap.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Cqrs.Functions"));
    }
}
