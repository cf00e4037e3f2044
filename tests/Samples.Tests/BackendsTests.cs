namespace Samples.Tests;

public sealed class BackendsTests
{
    [Fact]
    public async Task Each_client_has_its_contract_and_everybody_is_who_the_authorizer_says_while_5_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/Backends", "--demo", "--port", "0", "--fault", "kill=5");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Each client had its own contract, and everybody was who the authorizer says.", output);
        Assert.Empty(PatternsTool.ProcessesNaming("Backends.Functions"));
    }
}
