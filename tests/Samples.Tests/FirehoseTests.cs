namespace Samples.Tests;

public sealed class FirehoseTests
{
    [Fact]
    public async Task Every_line_is_delivered_dropped_or_kept_as_failed_while_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Firehose", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every line is delivered, dropped or kept as failed, as it must be.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Firehose.Functions"));
    }
}
