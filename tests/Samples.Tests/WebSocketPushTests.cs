namespace Samples.Tests;

public sealed class WebSocketPushTests
{
    [Fact]
    public async Task Everyone_has_every_line_while_connections_break_and_10_functions_are_killed()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/WebSocketPush", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Everyone has every line of the room, in one order, without a gap.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("WebSocketPush.Functions"));
    }
}
