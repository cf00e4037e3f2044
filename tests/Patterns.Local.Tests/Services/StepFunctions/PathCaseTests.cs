using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>JSONPath as the service takes it.</summary>
public sealed class PathCaseTests
{
    public static TheoryData<string> Cases => [.. StatesCase.Names("paths")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_path_selects_its_value(string name)
    {
        var entry = StatesCase.Load("paths", name);
        if (entry.Text("invalid") is { } reason)
        {
            var error = Assert.Throws<PathSyntaxException>(() => DataPath.Parse(entry.Text("path")!));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            return;
        }

        var value = DataPath.Parse(entry.Text("path")!).Evaluate(new InputScope(JsonData.Parse(entry.Json("input")!)));

        Assert.Equal(entry.Find("missing") is null ? JsonData.Parse(entry.Json("output")!).ToString() : null, value?.ToString());
    }

    [Fact]
    public void A_path_of_endless_work_is_given_up()
    {
        var input = JsonData.Parse("[" + string.Join(',', Enumerable.Repeat("[[1,2,3],[4,5,6],[7,8,9]]", 200)) + "]");

        var error = Assert.Throws<EvaluationException>(() => DataPath.Parse("$..*..*..*..*..*..*").Evaluate(new InputScope(ArrayDataOf(input, 4))));

        Assert.Equal("A path selects more than 1,000,000 values.", error.Message);
    }

    private static JsonData ArrayDataOf(JsonData value, int depth) =>
        depth == 0 ? value : new ArrayData([ArrayDataOf(value, depth - 1), ArrayDataOf(value, depth - 1)]);
}
