using Patterns.Local.Faults;
using Patterns.Local.Functions;

namespace Patterns.Local.Tests.Functions;

public sealed class FaultPlanTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task Processes_are_killed_in_the_middle_as_often_as_planned()
    {
        FaultPlan? plan = null;
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo"), settings => settings.Faults = console => plan = FaultPlan.Parse("kill=3", TimeProvider.System, console));

        var failures = 0;
        while (plan!.Remaining > 0)
        {
            failures += (await harness.InvokeAsync()).FunctionError is null ? 0 : 1;
        }

        Assert.Equal(3, failures);
        Assert.Equal(3, harness.Console.Notices.Count(notice => notice.StartsWith("Killed a process of fn while it handled ")));
        Assert.Null((await harness.InvokeAsync()).FunctionError);
    }

    [Theory]
    [InlineData("explode=1", "The fault 'explode=1' is unknown; there is kill=<count>.")]
    [InlineData("kill=0", "The fault 'kill=0' needs a count above zero, for example kill=20.")]
    [InlineData("kill=many", "The fault 'kill=many' needs a count above zero, for example kill=20.")]
    public void A_fault_that_cannot_be_understood_is_explained(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FunctionException>(() => FaultPlan.Parse(text, TimeProvider.System, new RecordingConsole())).Message);
}
