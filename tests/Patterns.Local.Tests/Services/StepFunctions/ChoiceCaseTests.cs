using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Every operator of Choice states.</summary>
public sealed class ChoiceCaseTests
{
    public static TheoryData<string> Cases => [.. StatesCase.Names("choice")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_matches_as_its_operator_says(string name)
    {
        var entry = StatesCase.Load("choice", name);
        var definition = $$$"""
            {"StartAt":"Decide","States":{
              "Decide":{"Type":"Choice","Choices":[{"Next":"Yes",{{{entry.Json("rule")!.Trim()[1..]}}}],"Default":"No"},
              "Yes":{"Type":"Pass","Result":true,"End":true},
              "No":{"Type":"Pass","Result":false,"End":true} } }
            """;

        var result = await Machines.Run(definition, new ScriptedTasks(), new RecordedHistory(), new JumpingClock()).RunAsync(entry.Json("input")!);

        if (entry.Text("cause") is { } cause)
        {
            Assert.Equal(StatesErrors.Runtime, result.Error!.Error);
            Assert.Contains(cause, result.Error.Cause, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(entry.Json("matches"), result.Output?.ToString());
        }
    }
}
