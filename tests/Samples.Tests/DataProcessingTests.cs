namespace Samples.Tests;

public sealed class DataProcessingTests
{
    [Fact]
    public async Task Every_word_is_counted_once_and_every_part_accounted_for_while_20_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/DataProcessing", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every word is counted as often as it is there, and every part is accounted for.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("DataProcessing.Functions"));
    }
}
