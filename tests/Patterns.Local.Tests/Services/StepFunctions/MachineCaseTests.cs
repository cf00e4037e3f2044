using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Definitions with their input, and with their output or error, their history and their delays.</summary>
public sealed class MachineCaseTests
{
    private static readonly string[] Files = ["dataflow", "failures", "branches", "variables"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var file in Files)
            {
                foreach (var name in StatesCase.Names(file))
                {
                    cases.Add(file, name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_machine_does_what_its_definition_says(string file, string name)
    {
        var entry = StatesCase.Load(file, name);
        var (history, clock) = (new RecordedHistory(), new JumpingClock());

        var result = await Machines.Run(entry.Definition, new ScriptedTasks(), history, clock)
            .RunAsync(entry.Json("input")!).WaitAsync(Machines.Patience);

        AssertResult(entry, result);
        Assert.Equal(entry.List<string>("history") ?? history.Types, history.Types);
        Assert.Equal(entry.List<double>("delays") ?? clock.Delays, clock.Delays);
    }

    private static void AssertResult(StatesCase entry, ExecutionResult result)
    {
        if (entry.Find("error") is not null)
        {
            Assert.Equal(entry.Text("status") ?? nameof(ExecutionStatus.Failed), result.Status.ToString());
            Assert.Equal(entry.Find("error")!.Value.GetString(), result.Error!.Error);
            Assert.Contains(entry.Text("cause") ?? string.Empty, result.Error.Cause ?? string.Empty, StringComparison.Ordinal);
            return;
        }

        Assert.Equal((ExecutionStatus.Succeeded, null), (result.Status, result.Error?.ToString()));
        Assert.Equal(entry.Text("text") ?? JsonData.Parse(entry.Json("output")!).ToString(), result.Output!.ToString());
    }
}
