using System.Text.Json;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Cli;

public sealed class CommandTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task A_run_tells_when_it_is_ready_and_ends_with_0_when_it_is_stopped()
    {
        using var folder = new WorkFolder().With("template.yaml", Template("Handle"));
        using var program = PatternsProcess.Start(folder.Path, "", "run", "--port", "0", "--ready-file", "ready.json");
        var file = Path.Combine(folder.Path, "ready.json");
        await Eventually.BecomesTrueAsync(() => File.Exists(file));

        var ready = JsonElement.Parse(await File.ReadAllBytesAsync(file));
        using var http = new HttpClient();
        var health = await http.GetStringAsync($"{ready.GetProperty("endpoint").GetString()}/_patterns/health");
        program.Terminate();
        var result = await program.EndAsync();

        Assert.Equal(program.Id, ready.GetProperty("pid").GetInt32());
        Assert.Equal("us-east-1", ready.GetProperty("region").GetString());
        Assert.EndsWith("/000000000000/work", ready.GetProperty("outputs").GetProperty("Url").GetString());
        Assert.Equal(JsonValueKind.Array, ready.GetProperty("functionPids").GetProperty("Worker").ValueKind);
        Assert.Contains("\"ready\"", health);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Matches(@"  Functions  Worker  \S+-Worker-\w+   dotnet10, 20 s, 128 MB\n", result.Output);
        Assert.Contains("  Queues     Work  work\n", result.Output);
        Assert.EndsWith("Stopping ...\n", result.Output);
    }

    [Fact]
    public async Task An_invoked_function_gets_the_event_and_its_result_is_printed()
    {
        using var folder = new WorkFolder().With("template.yaml", Template("Handle"));
        using var program = PatternsProcess.Start(folder.Path, """{"n":1}""", "invoke", "Worker", "--event", "-");

        var result = await program.EndAsync();

        Assert.Equal((0, "{\"n\":1}\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task An_invoked_function_that_fails_is_exit_code_3()
    {
        using var folder = new WorkFolder().With("template.yaml", Template("Handle", "Throws")).With("event.json", "{}");

        var result = await PatternsProcess.RunAsync(folder.Path, "invoke", "Worker", "--event", "event.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("\"errorMessage\":\"boom\"", result.Output);
        Assert.Matches(@"Worker \| .*about to fail\n", result.Error);
    }

    private string Template(string method, string type = "Echo") => $$"""
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Work: { Type: AWS::SQS::Queue, Properties: { QueueName: work } }
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: {{functions.Plain(type).Directory}}
              Handler: Fixtures.Plain::Fixtures.Plain.{{type}}::{{method}}
              Runtime: dotnet10
              Timeout: 20
        Outputs:
          Url: { Value: !Ref Work }
        """;
}
