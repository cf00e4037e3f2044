namespace Samples.Tests;

public sealed class StreamWindowsTests
{
    [Fact]
    public async Task Every_view_is_counted_once_in_its_own_minute_and_in_its_visit_while_10_functions_are_killed_in_the_middle_of_windows()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/StreamWindows", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every view is counted once, in its own minute, or lies where it should.", output);
        Assert.Contains("visits, each ended once, as a computation over all of them has it.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("StreamWindows.Functions"));
    }
}
