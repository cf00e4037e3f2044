namespace Samples.Tests;

public sealed class PipesAndFiltersTests
{
    [Fact]
    public async Task Both_forms_make_the_same_of_every_file_while_10_functions_are_killed_in_the_middle_of_their_batches()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/PipesAndFilters", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Both forms made the same of every file, under the same ids.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("PipesAndFilters.Functions"));
    }
}
