using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>Executions as an unmodified SDK client sees them, on a clock that the test moves.</summary>
public sealed class ExecutionTests
{
    [Fact]
    public async Task An_execution_is_described_while_it_runs_and_when_it_has_succeeded()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Waiting, "orders");
        var arn = await aws.StartAsync(machine, "o-1", """{ "n": 1 }""");
        await aws.EventAsync(arn, HistoryEventType.WaitStateEntered);

        var running = await aws.DescribeAsync(arn);
        await aws.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(1));
        var ended = await aws.EndOfAsync(arn);

        Assert.Equal("arn:aws:states:us-east-1:000000000000:execution:orders:o-1", arn);
        Assert.Equal((ExecutionStatus.RUNNING, "o-1", """{ "n": 1 }""", machine), (running.Status, running.Name, running.Input, running.StateMachineArn));
        Assert.Null(running.StopDate);
        Assert.Equal((ExecutionStatus.SUCCEEDED, """{"n":1}"""), (ended.Status, ended.Output));
        Assert.Equal(TimeSpan.FromMinutes(1), ended.StopDate - ended.StartDate);
    }

    [Fact]
    public async Task A_failed_execution_tells_its_error_and_the_console_shows_it()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.StartAsync(await aws.CreateAsync(Workflows.Failing, "orders"), "o-1");

        var ended = await aws.EndOfAsync(arn);

        Assert.Equal((ExecutionStatus.FAILED, "Broken", "because"), (ended.Status, ended.Error, ended.Cause));
        await Eventually.BecomesTrueAsync(() => !aws.Console.Executions.IsEmpty);
        var report = Assert.Single(aws.Console.Executions);
        Assert.Equal(("orders", "o-1", "FAILED", "Broken", "because"), (report.Machine, report.Execution, report.Status, report.Error, report.Cause));
    }

    [Fact]
    public async Task The_same_name_and_input_is_the_same_execution_while_it_runs()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Waiting);
        var start = new StartExecutionRequest { StateMachineArn = machine, Name = "o-1", Input = """{"n":1}""" };
        var first = await aws.StepFunctions.StartExecutionAsync(start);
        aws.Clock.Advance(TimeSpan.FromSeconds(10));

        var second = await aws.StepFunctions.StartExecutionAsync(start);

        Assert.Equal((first.ExecutionArn, first.StartDate), (second.ExecutionArn, second.StartDate));
        var exception = await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => aws.StartAsync(machine, "o-1", """{"n":2}"""));
        Assert.Equal($"Execution Already Exists: '{first.ExecutionArn}'", exception.Message);
    }

    [Fact]
    public async Task The_name_of_an_execution_that_has_ended_is_free_again_after_90_days()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Succeeding);
        var arn = await aws.StartAsync(machine, "o-1");
        await aws.EndOfAsync(arn);
        await Eventually.BecomesTrueAsync(() => !aws.Console.Executions.IsEmpty);

        aws.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => aws.StartAsync(machine, "o-1"));
        aws.Clock.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ExecutionDoesNotExistException>(() => aws.DescribeAsync(arn));
        Assert.Equal(arn, await aws.StartAsync(machine, "o-1"));
    }

    [Fact]
    public async Task Inputs_and_names_that_can_never_be_are_refused()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Succeeding);

        var noJson = await Assert.ThrowsAsync<InvalidExecutionInputException>(() => aws.StartAsync(machine, input: "{"));
        Assert.StartsWith("Invalid State Machine Execution Input: 'no JSON at line 1", noJson.Message);
        var tooLong = await Assert.ThrowsAsync<ValidationException>(() => aws.StartAsync(machine, input: $"\"{new string('x', 262_143)}\""));
        Assert.Equal("1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144", tooLong.Message);
        await Assert.ThrowsAsync<InvalidExecutionInputException>(() => aws.StartAsync(machine, input: $"\"{new string('ä', 200_000)}\""));
        await Assert.ThrowsAsync<InvalidNameException>(() => aws.StartAsync(machine, "a/b"));
        await Assert.ThrowsAsync<ValidationException>(() => aws.StartAsync(machine, new string('x', 81)));
        await Assert.ThrowsAsync<InvalidArnException>(() => aws.StartAsync("orders"));
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => aws.StartAsync(machine + "x"));
        await Assert.ThrowsAsync<InvalidArnException>(() => aws.DescribeAsync(machine));
    }

    [Fact]
    public async Task Executions_are_listed_the_latest_first_by_status_and_in_pages()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Waiting);
        foreach (var name in new[] { "a", "b", "c" })
        {
            await aws.StartAsync(machine, name);
            aws.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = machine.Replace("stateMachine", "execution", StringComparison.Ordinal) + ":b" });
        await Eventually.BecomesTrueAsync(() => !aws.Console.Executions.IsEmpty);

        var first = await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine, MaxResults = 2 });
        await aws.StartAsync(machine, "d");
        var second = await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine, MaxResults = 2, NextToken = first.NextToken });
        var aborted = await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine, StatusFilter = ExecutionStatus.ABORTED });

        Assert.Equal(["c", "b", "a"], first.Executions.Concat(second.Executions).Select(execution => execution.Name));
        Assert.Null(second.NextToken);
        Assert.Equal(("b", ExecutionStatus.ABORTED), (Assert.Single(aborted.Executions).Name, aborted.Executions[0].Status));
        await Assert.ThrowsAsync<ValidationException>(() => aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine, StatusFilter = "DONE" }));
    }

    [Fact]
    public async Task A_history_comes_in_pages_in_both_directions_and_without_its_data()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.StartAsync(await aws.CreateAsync(Workflows.Succeeding), input: """{"secret":1}""");
        await aws.EndOfAsync(arn);
        var whole = await aws.HistoryAsync(arn);

        var first = await aws.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = 3, ReverseOrder = true });
        var second = await aws.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = 3, ReverseOrder = true, NextToken = first.NextToken });
        var bare = await aws.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = arn, IncludeExecutionData = false });

        Assert.Equal(
            [HistoryEventType.ExecutionStarted, HistoryEventType.PassStateEntered, HistoryEventType.PassStateExited, HistoryEventType.ExecutionSucceeded],
            whole.Select(happened => happened.Type));
        Assert.Equal([4, 3, 2, 1], first.Events.Concat(second.Events).Select(happened => (int)happened.Id!));
        Assert.Equal("""{"secret":1}""", whole[0].ExecutionStartedEventDetails.Input);
        Assert.Equal(("A", """{"n":1}"""), (whole[2].StateExitedEventDetails.Name, whole[2].StateExitedEventDetails.Output));
        Assert.All(bare.Events, happened => Assert.Null(happened.ExecutionStartedEventDetails?.Input ?? happened.StateExitedEventDetails?.Output ?? happened.ExecutionSucceededEventDetails?.Output));
        await Assert.ThrowsAsync<InvalidTokenException>(() => aws.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = arn, NextToken = first.NextToken }));
    }

    [Fact]
    public async Task A_stopped_execution_is_aborted_with_the_reason()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.StartAsync(await aws.CreateAsync(Workflows.Waiting));
        await aws.EventAsync(arn, HistoryEventType.WaitStateEntered);

        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = arn, Error = "Wrong", Cause = "a mistake" });

        var ended = await aws.EndOfAsync(arn);
        Assert.Equal((ExecutionStatus.ABORTED, "Wrong", "a mistake"), (ended.Status, ended.Error, ended.Cause));
        Assert.Equal(HistoryEventType.ExecutionAborted, (await aws.HistoryAsync(arn))[^1].Type);
        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = arn });
    }

    [Fact]
    public async Task An_update_changes_later_executions_only()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync(Workflows.Waiting);
        var old = await aws.StartAsync(machine);

        aws.Account.StepFunctions.Machines.Update(machine, Workflows.Failing, roleArn: null, logging: null, tracing: null);

        Assert.Equal(ExecutionStatus.FAILED, (await aws.EndOfAsync(await aws.StartAsync(machine))).Status);
        await aws.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ExecutionStatus.SUCCEEDED, (await aws.EndOfAsync(old)).Status);
    }

    [Fact]
    public async Task An_Express_state_machine_answers_with_the_end_of_the_execution()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var succeeding = await aws.CreateAsync(Workflows.Succeeding, "quick", StateMachineType.EXPRESS);
        var failing = await aws.CreateAsync(Workflows.Failing, "broken", StateMachineType.EXPRESS);

        var good = await aws.StepFunctions.StartSyncExecutionAsync(new StartSyncExecutionRequest { StateMachineArn = succeeding, Name = "r", Input = "{}" });
        var bad = await aws.StepFunctions.StartSyncExecutionAsync(new StartSyncExecutionRequest { StateMachineArn = failing });

        Assert.Equal((SyncExecutionStatus.SUCCEEDED, """{"n":1}""", "r"), (good.Status, good.Output, good.Name));
        Assert.StartsWith("arn:aws:states:us-east-1:000000000000:express:quick:r:", good.ExecutionArn);
        Assert.Equal((SyncExecutionStatus.FAILED, "Broken", "because"), (bad.Status, bad.Error, bad.Cause));
        var notKept = await Assert.ThrowsAsync<InvalidArnException>(() => aws.DescribeAsync(good.ExecutionArn));
        Assert.Equal("Invalid Arn: 'Resource type not valid in this context: express'", notKept.Message);
        await Assert.ThrowsAsync<StateMachineTypeNotSupportedException>(() => aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = succeeding }));
        var standard = await aws.CreateAsync(Workflows.Succeeding);
        await Assert.ThrowsAsync<StateMachineTypeNotSupportedException>(() => aws.StepFunctions.StartSyncExecutionAsync(new StartSyncExecutionRequest { StateMachineArn = standard }));
    }

    [Fact]
    public async Task An_Express_execution_times_out_after_five_minutes()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var machine = await aws.CreateAsync("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":600,"End":true}}}""", type: StateMachineType.EXPRESS);
        var running = aws.StepFunctions.StartSyncExecutionAsync(new StartSyncExecutionRequest { StateMachineArn = machine });

        await aws.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(5));

        var ended = await running;
        Assert.Equal((SyncExecutionStatus.TIMED_OUT, "States.Timeout"), (ended.Status, ended.Error));
    }
}
