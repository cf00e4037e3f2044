using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>Tasks that wait for the answer to their token.</summary>
public sealed class TaskTokenTests
{
    private const string Output = """{"done":true}""";

    [Fact]
    public async Task A_success_is_the_output_of_the_task()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws);

        await aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = Output });

        Assert.Equal((ExecutionStatus.SUCCEEDED, Output), ((await aws.EndOfAsync(execution)).Status, (await aws.DescribeAsync(execution)).Output));
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            (await aws.HistoryAsync(execution)).Select(happened => happened.Type.Value));
    }

    [Fact]
    public async Task A_failure_is_the_error_of_the_task_and_can_be_caught()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws, """, "Catch":[{"ErrorEquals":["Card.Declined"],"Next":"Caught"}]""");

        await aws.StepFunctions.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token, Error = "Card.Declined", Cause = "no money" });

        Assert.Equal("""{"Error":"Card.Declined","Cause":"no money"}""", (await aws.EndOfAsync(execution)).Output);
    }

    [Fact]
    public async Task A_token_that_was_used_is_no_task_any_more()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws);
        await aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = Output });

        var again = await Assert.ThrowsAsync<TaskTimedOutException>(() => aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = "1" }));
        await aws.EndOfAsync(execution);
        await Assert.ThrowsAsync<TaskTimedOutException>(() => aws.StepFunctions.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token }));
        await Assert.ThrowsAsync<TaskTimedOutException>(() => aws.StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token }));

        Assert.Equal("Task Timed Out: 'Provided task does not exist anymore'", again.Message);
        Assert.Equal(Output, (await aws.DescribeAsync(execution)).Output);
    }

    [Fact]
    public async Task What_is_no_token_is_told_from_a_token_that_is_not_known()
    {
        await using var first = await SdkEndpoint.StartAsync();
        await using var second = await SdkEndpoint.StartAsync();
        var (_, token) = await StartAsync(first);

        var invalid = await Assert.ThrowsAsync<InvalidTokenException>(() => second.StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "x" }));
        await Assert.ThrowsAsync<TaskDoesNotExistException>(() => second.StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token }));
        await Assert.ThrowsAsync<InvalidTokenException>(() => first.StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token[..^1] + "A" }));

        Assert.Equal("Invalid Token: 'Invalid token'", invalid.Message);
    }

    [Fact]
    public async Task An_output_that_is_no_JSON_is_refused_and_the_task_waits_on()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws);

        await Assert.ThrowsAsync<InvalidOutputException>(() => aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = "{" }));
        await Assert.ThrowsAsync<ValidationException>(() => aws.StepFunctions.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token, Error = new string('e', 257) }));

        await aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = Output });
        Assert.Equal(ExecutionStatus.SUCCEEDED, (await aws.EndOfAsync(execution)).Status);
    }

    [Fact]
    public async Task Heartbeats_keep_a_task_waiting_and_without_them_its_token_is_over()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws, """, "HeartbeatSeconds":60""");
        await aws.EventAsync(execution, HistoryEventType.TaskSubmitted);

        await Eventually.BecomesTrueAsync(() => aws.Clock.Timers.Contains(aws.Clock.GetUtcNow() + TimeSpan.FromSeconds(60)));
        aws.Clock.Advance(TimeSpan.FromSeconds(50));
        await aws.StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token });
        aws.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(ExecutionStatus.RUNNING, (await aws.DescribeAsync(execution)).Status);
        await Eventually.BecomesTrueAsync(() => aws.Clock.Timers.Contains(aws.Clock.GetUtcNow() + TimeSpan.FromSeconds(10)));
        aws.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((ExecutionStatus.FAILED, "States.HeartbeatTimeout"), ((await aws.EndOfAsync(execution)).Status, (await aws.DescribeAsync(execution)).Error));
        await Assert.ThrowsAsync<TaskTimedOutException>(() => aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = Output }));
        await Eventually.BecomesTrueAsync(() => aws.Account.StepFunctions.Tokens.Waiting == 0);
    }

    [Fact]
    public async Task The_token_of_a_stopped_execution_is_over()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var (execution, token) = await StartAsync(aws);

        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await aws.EndOfAsync(execution);
        await Eventually.BecomesTrueAsync(() => aws.Account.StepFunctions.Tokens.Waiting == 0);

        await Assert.ThrowsAsync<TaskTimedOutException>(() => aws.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = Output }));
    }

    /// <summary>Starts an execution whose task hands its token to a queue, and receives it.</summary>
    private static async Task<(string Execution, string Token)> StartAsync(SdkEndpoint aws, string fields = "")
    {
        var queue = await aws.CreateQueueAsync("work");
        var catching = fields.Contains("Catch", StringComparison.Ordinal) ? """, "Caught":{"Type":"Succeed"}""" : "";
        var machine = await aws.CreateAsync($$$$$$"""
            {"StartAt":"Ask","States":{
              "Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"{{{{{{queue}}}}}}","MessageBody":{"token.$":"$$.Task.Token"}}{{{{{{fields}}}}}},"End":true}
              {{{{{{catching}}}}}}}}
            """);
        var execution = await aws.StartAsync(machine);
        var body = "";
        await Eventually.BecomesTrueAsync(async () => (body = (await aws.ReceiveAsync(queue)).FirstOrDefault()?.Body ?? "").Length > 0);
        using var message = JsonDocument.Parse(body);
        return (execution, message.RootElement.GetProperty("token").GetString()!);
    }
}
