using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Large executions need memory for their data and not for their turns.</summary>
public sealed class LargeExecutionTests
{
    private const int Many = 10_000;

    private const string Map = """
        {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"T","States":{
          "T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:NAME","Next":"P"},
          "P":{"Type":"Pass","Assign":{"x.$":"$"},"End":true}}}}}}
        """;

    private const string Loop = """
        {"StartAt":"C","States":{
          "C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":10000,"Next":"P"}],"Default":"S"},
          "P":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"Assign":{"last.$":"$.n"},"Next":"C"},
          "S":{"Type":"Succeed"}}}
        """;

    [Theory]
    [InlineData("echo")]
    [InlineData("later")]
    public async Task A_map_of_ten_thousand_items_runs_forty_at_a_time_and_keeps_only_its_data(string function)
    {
        var (tasks, history) = (new ScriptedTasks(), new DroppedHistory());

        var result = await Machines.Run(Map.Replace("NAME", function, StringComparison.Ordinal), tasks, history, new TestClock(), Machines.Unlimited)
            .RunAsync(Items()).WaitAsync(Machines.Patience);

        Assert.Equal(Items(), result.Output!.ToString());
        Assert.InRange(tasks.MostRunning, 1, 40);
        Assert.Equal((Many * 9) + 6, history.Count);

        // Every tenth event is looked at. The items and their results are the map's own data; nothing else of their nine events stays.
        Assert.InRange(history.Sampled, Many * 7 / 10, Many);
        Assert.InRange(history.AliveAtTheEnd, 0, (2 * Many / 10) + 50);
    }

    [Fact]
    public async Task A_loop_of_ten_thousand_turns_keeps_no_memory()
    {
        var history = new DroppedHistory();

        var result = await Machines.Run(Loop, new ScriptedTasks(), history, new TestClock(), Machines.Unlimited)
            .RunAsync("""{"n":0}""").WaitAsync(Machines.Patience);

        Assert.Equal("""{"n":10000}""", result.Output!.ToString());
        Assert.Equal((Many * 4) + 6, history.Count);
        Assert.InRange(history.Sampled, Many / 10, Many);
        Assert.InRange(history.AliveAtTheEnd, 0, 10);
    }

    [Fact]
    public async Task A_loop_that_nests_its_data_ends_at_the_limit_of_depth()
    {
        var result = await Machines.Run(
            """{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"x.$":"$"},"Next":"P"}}}""",
            new ScriptedTasks(), new DroppedHistory(), new TestClock(), Machines.Unlimited).RunAsync("{}").WaitAsync(Machines.Patience);

        Assert.Equal(StatesErrors.Runtime, result.Error!.Error);
        Assert.Contains($"deeper than {JsonData.MaxDepth}", result.Error.Cause, StringComparison.Ordinal);
    }

    private static string Items() => $"[{string.Join(',', Enumerable.Range(0, Many))}]";
}
