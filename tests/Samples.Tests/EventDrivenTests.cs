namespace Samples.Tests;

public sealed class EventDrivenTests
{
    private const string Verdict = "The direct calls failed with the cleanup service and left work undone; through the bus nobody noticed, and nothing was lost.";

    [Fact]
    public async Task A_service_that_is_down_fails_those_who_call_it_and_nobody_who_publishes_to_it()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/EventDriven", "--demo", "--port", "0");

        Assert.True(exitCode == 0, output);
        Assert.Contains(Verdict, output);
        Assert.Empty(PatternsTool.ProcessesNaming("EventDriven.Functions"));
    }

    [Fact]
    public async Task No_update_is_lost_or_counted_twice_while_20_functions_are_killed_in_the_middle_of_their_work()
    {
        var (exitCode, output) = await PatternsTool.RunAsync("run", "samples/EventDriven", "--demo", "--port", "0", "--fault", "kill=20");

        Assert.True(exitCode == 0, output);
        Assert.Contains(Verdict, output);
        Assert.Empty(PatternsTool.ProcessesNaming("EventDriven.Functions"));
    }
}
