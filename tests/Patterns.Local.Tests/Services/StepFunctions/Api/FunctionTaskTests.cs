using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.StepFunctions;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Stacks;
using Patterns.Local.Tests.Services.Lambda;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>Tasks that run functions, which the test plays.</summary>
public sealed class FunctionTaskTests : IAsyncDisposable
{
    private const string FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:fn";

    private readonly LambdaWorld _world = new();
    private readonly SnsService _sns;
    private readonly DynamoDbService _tables;
    private readonly EventBridgeService _events;
    private readonly StepFunctionsService _service;

    public FunctionTaskTests()
    {
        _sns = new SnsService(_world.Aws, _world.Targets);
        _tables = new DynamoDbService(_world.Aws);
        _events = new EventBridgeService(_world.Aws, _world.Targets, _world.Console.Notice);
        _service = new StepFunctionsService(_world.Aws, start => new AccountIntegrations(_world.Service, _world.Sqs, _sns, _tables, _events, start), new ExecutionReports(_world.Console));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _events.DisposeAsync();
        await _world.DisposeAsync();
        _sns.Dispose();
        _tables.Dispose();
    }

    [Fact]
    public async Task A_function_gets_the_input_and_its_reply_is_the_output()
    {
        var execution = Start(FunctionArn, "", """{"n":1}""");

        var call = await _world.Invoker.NextAsync();
        Assert.Equal(("fn", """{"n":1}""", "states machine"), (call.Function, call.Payload, call.Options.Origin!.Value.Trigger));
        call.Return("""{"m":2}""");

        Assert.Equal("""{"m":2}""", (await execution.Ended).OutputText);
    }

    [Fact]
    public async Task The_reply_of_an_invocation_stands_under_its_payload()
    {
        var execution = Start("arn:aws:states:::lambda:invoke", $$$$$$"""{"FunctionName":"{{{{{{FunctionArn}}}}}}","Payload":{"a.$":"$.n"}}""", """{"n":1}""", """, "ResultSelector":{"Reply.$":"$.Payload","Code.$":"$.StatusCode","Version.$":"$.ExecutedVersion"}""");

        var call = await _world.Invoker.NextAsync();
        Assert.Equal("""{"a":1}""", call.Payload);
        call.Return("\"ok\"");

        Assert.Equal("""{"Reply":"ok","Code":200,"Version":"$LATEST"}""", (await execution.Ended).OutputText);
    }

    [Fact]
    public async Task The_error_of_a_function_is_the_error_of_the_task()
    {
        var execution = Start(FunctionArn);

        (await _world.Invoker.NextAsync()).Fail("no stock");

        var end = await execution.Ended;
        Assert.Equal(new StatesError("InvalidOperationException", """{"errorType":"InvalidOperationException","errorMessage":"no stock"}"""), end.Result.Error);
    }

    [Fact]
    public async Task A_throttled_function_is_run_again_when_the_state_says_so()
    {
        var execution = Start(FunctionArn, fields: """, "Retry":[{"ErrorEquals":["Lambda.TooManyRequestsException"],"IntervalSeconds":5}]""");

        (await _world.Invoker.NextAsync()).Throttle();
        await _world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
        (await _world.Invoker.NextAsync()).Return("\"ok\"");

        Assert.Equal("\"ok\"", (await execution.Ended).OutputText);
    }

    [Fact]
    public async Task A_function_that_waits_for_a_callback_gets_the_token()
    {
        var execution = Start("arn:aws:states:::lambda:invoke.waitForTaskToken", """{"FunctionName":"fn","Payload":{"token.$":"$$.Task.Token"}}""");
        var call = await _world.Invoker.NextAsync();
        using var payload = System.Text.Json.JsonDocument.Parse(call.Payload);
        var token = payload.RootElement.GetProperty("token").GetString()!;

        // The answer may come before the function has returned.
        _service.Tokens.Answer(token, TaskOutcome.Success(PayloadRules.Output("\"answered\"")));
        call.Return();

        Assert.Equal("\"answered\"", (await execution.Ended).OutputText);
    }

    [Fact]
    public async Task The_end_of_an_execution_is_one_line_without_payloads()
    {
        var execution = Start(FunctionArn, input: """{"secret":1}""");
        (await _world.Invoker.NextAsync()).Fail("no stock");
        await execution.Ended;

        await Functions.Eventually.BecomesTrueAsync(() => !_world.Console.Executions.IsEmpty);
        var report = Assert.Single(_world.Console.Executions);
        Assert.Equal(new ExecutionReport("machine", execution.Name, "FAILED", TimeSpan.Zero) { Error = "InvalidOperationException", Cause = report.Cause }, report);
        Assert.DoesNotContain("secret", report.ToString());
    }

    [Fact]
    public async Task The_runner_stops_executions_that_run()
    {
        var execution = Start(FunctionArn);
        _ = await _world.Invoker.NextAsync();

        await _service.DisposeAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await execution.Ended).Result.Status);
    }

    private Execution Start(string resource, string parameters = "", string input = "{}", string fields = "")
    {
        var definition = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"RESOURCE" PARAMETERS FIELDS,"End":true}}}"""
            .Replace("RESOURCE", resource, StringComparison.Ordinal)
            .Replace("PARAMETERS", parameters.Length == 0 ? "" : $", \"Parameters\":{parameters}", StringComparison.Ordinal)
            .Replace("FIELDS", fields, StringComparison.Ordinal);
        var machine = _service.Machines.Create(new NewStateMachine("machine", definition, Workflows.Role));
        return _service.Executions.Start(new StartRequest(machine.Arn, Input: input));
    }
}
