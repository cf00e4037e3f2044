using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>The history in the service's form.</summary>
public sealed class HistoryTests
{
    private readonly RecordedHistory _history = new();

    [Fact]
    public async Task Each_event_follows_the_one_that_led_to_it()
    {
        await RunAsync("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}""", "{}");

        Assert.Equal(
            ["1 0 ExecutionStarted", "2 0 PassStateEntered", "3 2 PassStateExited", "4 3 SucceedStateEntered", "5 4 SucceedStateExited", "6 5 ExecutionSucceeded"],
            _history.Lines());
    }

    [Fact]
    public async Task Branches_follow_the_start_of_their_state_and_its_end_the_last_of_them()
    {
        await RunAsync(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}]}}}
            """,
            "{}");

        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 ParallelStateEntered", "3 2 ParallelStateStarted", "4 3 PassStateEntered", "5 4 PassStateExited",
                "6 3 PassStateEntered", "7 6 PassStateExited", "8 7 ParallelStateSucceeded", "9 8 ParallelStateExited", "10 9 ExecutionSucceeded",
            ],
            _history.Lines());
    }

    [Fact]
    public async Task Iterations_start_together_and_each_has_its_own_line()
    {
        await RunAsync(
            """{"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}}}}""",
            "[1,2]");

        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 MapStateEntered", "3 2 MapStateStarted", "4 3 MapIterationStarted", "5 3 MapIterationStarted",
                "6 4 PassStateEntered", "7 6 PassStateExited", "8 7 MapIterationSucceeded", "9 5 PassStateEntered", "10 9 PassStateExited",
                "11 10 MapIterationSucceeded", "12 11 MapStateSucceeded", "13 12 MapStateExited", "14 13 ExecutionSucceeded",
            ],
            _history.Lines());
        Assert.Equal(2, _history.Details<MapStateStartedDetails>().Length);
        Assert.Equal(new MapIterationDetails("M", 1), _history.Details<MapIterationDetails>());
    }

    [Fact]
    public async Task What_another_failure_aborts_follows_that_failure()
    {
        await RunAsync(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":99999,"End":true}}},{"StartAt":"B","States":{"B":{"Type":"Fail","Error":"E"}}}]}}}
            """,
            "{}",
            new TestClock());

        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 ParallelStateEntered", "3 2 ParallelStateStarted", "4 3 WaitStateEntered", "5 3 FailStateEntered",
                "6 5 WaitStateAborted", "7 5 ParallelStateFailed", "8 7 ExecutionFailed",
            ],
            _history.Lines());
    }

    [Fact]
    public async Task A_failed_map_follows_what_failed_in_its_iteration()
    {
        await RunAsync(
            """{"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}}}}""",
            "[1]");

        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 MapStateEntered", "3 2 MapStateStarted", "4 3 MapIterationStarted", "5 4 FailStateEntered",
                "6 5 MapIterationFailed", "7 5 MapStateFailed", "8 7 ExecutionFailed",
            ],
            _history.Lines());
    }

    [Fact]
    public async Task Events_tell_inputs_outputs_and_assigned_variables()
    {
        await RunAsync("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"b":2},"Assign":{"x":"y"},"End":true}}}""", """{"a":1}""");

        Assert.Equal(("""{"a":1}""", "arn:aws:iam::000000000000:role/states"), (_history.Details<ExecutionStartedDetails>().Input.ToString(), _history.Details<ExecutionStartedDetails>().RoleArn));
        Assert.Equal(("A", """{"a":1}"""), (_history.Details<StateEnteredDetails>().Name, _history.Details<StateEnteredDetails>().Input.ToString()));
        Assert.Equal(("""{"b":2}""", """{"x":"y"}"""), (_history.Details<StateExitedDetails>().Output.ToString(), _history.Details<StateExitedDetails>().AssignedVariables.ToString()));
        Assert.Equal("""{"b":2}""", _history.Details<ExecutionSucceededDetails>().Output.ToString());
    }

    [Fact]
    public async Task Tasks_tell_their_resource_and_times()
    {
        await RunAsync(
            """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"m":1},
              "TimeoutSeconds":600,"HeartbeatSeconds":5,"End":true}}}
            """,
            "{}",
            new TestClock());

        var scheduled = _history.Details<TaskScheduledDetails>();
        Assert.Equal(
            ("sqs", "sendMessage.waitForTaskToken", "us-east-1", """{"m":1}""", 600, 5),
            (scheduled.ResourceType, scheduled.Resource, scheduled.Region, scheduled.Parameters.ToString(), scheduled.TimeoutInSeconds, scheduled.HeartbeatInSeconds));
        Assert.Equal(new TaskStartedDetails("sqs", "sendMessage.waitForTaskToken"), _history.Details<TaskStartedDetails>());
        Assert.Equal("""{"m":1}""", _history.Details<TaskOutputDetails>().Output.ToString());
    }

    [Fact]
    public async Task A_function_tells_its_arn_and_input()
    {
        const string arn = "arn:aws:lambda:us-east-1:000000000000:function:echo";
        await RunAsync($$$$"""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{{{arn}}}}","TimeoutSeconds":7,"End":true}}}""", "1", new TestClock());

        var scheduled = _history.Details<FunctionScheduledDetails>();
        Assert.Equal((arn, "1", 7), (scheduled.Resource, scheduled.Input.ToString(), scheduled.TimeoutInSeconds));
        Assert.Equal("1", _history.Details<FunctionSucceededDetails>().Output.ToString());
    }

    [Fact]
    public async Task An_execution_fails_with_its_history_full()
    {
        var result = await RunAsync("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}""", "{}");

        Assert.Equal((ExecutionStatus.Failed, StatesErrors.Runtime), (result.Status, result.Error!.Error));
        Assert.Equal("The execution reached the maximum number of history events (25000).", result.Error.Cause);
        Assert.Equal(25_000, _history.Events.Count);
        Assert.Equal(HistoryEventType.ExecutionFailed, _history.Events[^1].Type);
    }

    private Task<ExecutionResult> RunAsync(string definition, string input, TimeProvider? clock = null) =>
        Machines.Run(definition, new ScriptedTasks(), _history, clock ?? new JumpingClock()).RunAsync(input).WaitAsync(Machines.Patience);
}
