namespace Samples.Tests;

public sealed class ApiProxyTests
{
    [Fact]
    public async Task Every_request_has_one_answer_and_no_order_is_placed_twice_while_10_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/ApiProxy", "--demo", "--port", "0", "--fault", "kill=10");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Every request had one answer, and no order was placed twice", output);
        Assert.Empty(PatternsTool.ProcessesNaming("ApiProxy.Functions"));
    }
}
