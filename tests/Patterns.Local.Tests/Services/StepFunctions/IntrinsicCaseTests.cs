using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Every intrinsic function.</summary>
public sealed class IntrinsicCaseTests
{
    public static TheoryData<string> Cases => [.. StatesCase.Names("intrinsics")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_function_gives_its_value_or_says_why_not(string name)
    {
        var entry = StatesCase.Load("intrinsics", name);
        var call = JsonSerializer.Serialize(entry.Text("call"));
        var definition = $$$$"""{"StartAt":"S","States":{"S":{"Type":"Pass","Parameters":{"v.$":{{{{call}}}}},"OutputPath":"$.v","End":true}}}""";
        if (entry.Text("invalid") is { } reason)
        {
            Assert.Contains(reason, Assert.Single(Machines.Parse(definition).Diagnostics).Message, StringComparison.Ordinal);
            return;
        }

        var result = await Machines.Run(definition, new ScriptedTasks(), new RecordedHistory(), new JumpingClock()).RunAsync(entry.Json("input")!);

        if (entry.Text("error") is { } error)
        {
            Assert.Equal("States.Runtime", result.Error!.Error);
            Assert.Contains(error, result.Error.Cause, StringComparison.Ordinal);
        }
        else if (entry.Find("length") is { } length)
        {
            Assert.Equal(length.GetInt32(), Assert.IsType<ArrayData>(result.Output).Items.Count);
        }
        else
        {
            Assert.Equal(JsonData.Parse(entry.Json("output")!).ToString(), result.Output?.ToString() ?? result.Error!.Cause);
        }
    }
}
