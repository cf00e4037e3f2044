namespace Samples.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Every_command_has_one_effect_and_one_reply_while_20_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Command", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every command had one effect and one reply", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Command.Functions"));
    }
}
