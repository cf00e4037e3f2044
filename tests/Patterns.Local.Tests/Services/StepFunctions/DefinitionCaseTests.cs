using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Faults of definitions.</summary>
public sealed class DefinitionCaseTests
{
    public static TheoryData<string> Cases => [.. StatesCase.Names("validation")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_named_with_its_place(string name)
    {
        var entry = StatesCase.Load("validation", name);

        var parsed = Machines.Parse(entry.Definition, entry.Find("express") is null ? WorkflowType.Standard : WorkflowType.Express);

        Assert.Equal(entry.List<string>("errors")!, parsed.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.False(parsed.IsValid);
    }

    [Fact]
    public void A_fault_has_the_line_and_column_of_its_field()
    {
        const string definition = """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "Next": "Nowhere" }
              }
            }
            """;

        var diagnostic = Assert.Single(Machines.Parse(definition).Diagnostics);

        Assert.Equal((4, 28), (diagnostic.Line, diagnostic.Column));
        Assert.Equal("Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /States/A/Next'", Machines.Parse(definition).Describe());
    }

    [Fact]
    public void Text_that_is_no_JSON_is_named_with_its_place()
    {
        var diagnostic = Assert.Single(Machines.Parse("{\n  \"StartAt\": not }").Diagnostics);

        Assert.Equal((DefinitionDiagnostic.InvalidJson, 2), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void At_most_a_hundred_faults_are_reported()
    {
        var states = string.Join(',', Enumerable.Range(0, 300).Select(index => $"\"S{index}\":1"));

        Assert.Equal(100, Machines.Parse("{\"StartAt\":\"S0\",\"States\":{" + states + "}}").Diagnostics.Count);
    }
}
