namespace Samples.Tests;

public sealed class FacadeTests
{
    [Fact]
    public async Task Every_page_names_what_it_lacks_while_services_stall_and_fail_and_20_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Facade", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every page had what it needs, and named what it lacked", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Facade.Functions"));
    }
}
