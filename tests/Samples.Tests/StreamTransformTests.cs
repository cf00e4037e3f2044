namespace Samples.Tests;

public sealed class StreamTransformTests
{
    [Fact]
    public async Task Page_views_are_what_the_log_says_while_10_functions_are_killed_and_the_stream_is_resharded()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/StreamTransform", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("What came out is what the log says, byte for byte, each visitor's lines in their order.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("StreamTransform.Functions"));
    }
}
