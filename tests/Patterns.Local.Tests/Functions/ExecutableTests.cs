using System.Text.Json;

namespace Patterns.Local.Tests.Functions;

public sealed class ExecutableTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task A_custom_runtime_is_started_as_it_is()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Executable());

        var reply = await harness.InvokeJsonAsync("[7]");

        Assert.Equal("[7]", reply.GetProperty("echo").GetRawText());
        Assert.Equal(400, reply.GetProperty("wrongId").GetInt32());
    }

    [Fact]
    public async Task A_custom_runtime_reports_errors_in_its_own_words()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Executable());

        var result = await harness.InvokeAsync("\"fail\"");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("CustomError", JsonElement.Parse(result.Payload.Span).GetProperty("errorType").GetString());
    }
}
