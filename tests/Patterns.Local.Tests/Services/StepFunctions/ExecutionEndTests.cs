using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>How executions end from outside, and how the clock ends tasks.</summary>
public sealed class ExecutionEndTests
{
    private const string Hanging = """
        {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
          {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:hang","End":true}}},
          {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":99999,"End":true}}}]}}}
        """;

    private readonly TestClock _clock = new();
    private readonly RecordedHistory _history = new();
    private readonly ScriptedTasks _tasks = new();

    [Fact]
    public async Task A_stop_ends_all_branches_and_tells_its_reason()
    {
        var execution = Machines.Run(Hanging, _tasks, _history, _clock);
        var running = execution.RunAsync("{}");

        execution.Stop(new StatesError("Enough", "because"));
        execution.Stop(new StatesError("Again", null));
        var result = await running.WaitAsync(Machines.Patience);

        Assert.Equal((ExecutionStatus.Aborted, new StatesError("Enough", "because")), (result.Status, result.Error));
        Assert.Equal((HistoryEventType.ExecutionAborted, new ExecutionEndedDetails("Enough", "because")), (_history.Events[^1].Type, _history.Events[^1].Details));
        await EventuallyAsync(() => _tasks.Stopped == 1);
    }

    [Fact]
    public async Task A_stop_after_the_end_changes_nothing()
    {
        var execution = Machines.Run("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""", _tasks, _history, _clock);
        var result = await execution.RunAsync("1");

        execution.Stop(null);

        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
        Assert.Equal(HistoryEventType.ExecutionSucceeded, _history.Events[^1].Type);
    }

    [Fact]
    public async Task Cancelling_stops_everything_without_an_end_in_the_history()
    {
        using var stop = new CancellationTokenSource();
        var running = Machines.Run(Hanging, _tasks, _history, _clock).RunAsync("{}", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Machines.Patience));
        Assert.DoesNotContain(_history.Types, type => type.StartsWith("Execution", StringComparison.Ordinal) && type != "ExecutionStarted");
        await EventuallyAsync(() => _tasks.Stopped == 1);
    }

    [Fact]
    public async Task An_endless_loop_can_be_stopped()
    {
        var execution = Machines.Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}""", _tasks, new DroppedHistory(), _clock, Machines.Unlimited);
        var running = Task.Run(() => execution.RunAsync("{}"));

        execution.Stop(null);

        Assert.Equal(ExecutionStatus.Aborted, (await running.WaitAsync(Machines.Patience)).Status);
    }

    [Fact]
    public async Task The_machine_times_out_on_the_clock()
    {
        var definition = Hanging.Replace("{\"StartAt\":\"P\"", "{\"TimeoutSeconds\":60,\"StartAt\":\"P\"", StringComparison.Ordinal);
        var running = Machines.Run(definition, _tasks, _history, _clock).RunAsync("{}");

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ExecutionStatus.TimedOut, (await running.WaitAsync(Machines.Patience)).Status);
        Assert.Equal(new ExecutionEndedDetails(StatesErrors.Timeout, null), _history.Events[^1].Details);
    }

    [Fact]
    public async Task An_express_workflow_ends_after_five_minutes()
    {
        var running = Machines.Run(Hanging, _tasks, _history, _clock, ExecutionOptions.Express).RunAsync("{}");

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(ExecutionStatus.TimedOut, (await running.WaitAsync(Machines.Patience)).Status);
    }

    [Fact]
    public async Task Heartbeats_keep_a_task_alive()
    {
        var running = Machines.Run(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:hang.waitForTaskToken","HeartbeatSeconds":10,"End":true}}}""",
            _tasks, _history, _clock).RunAsync("{}");
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(9));
            Assert.Single(_tasks.Calls).ReportHeartbeat();
        }

        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(StatesErrors.HeartbeatTimeout, (await running.WaitAsync(Machines.Patience)).Error!.Error);
    }

    [Fact]
    public async Task Reports_of_a_task_that_has_ended_are_ignored()
    {
        await Machines.Run("""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:echo","End":true}}}""", _tasks, _history, _clock).RunAsync("{}");
        var before = _history.Events.Count;

        _tasks.Calls[0].ReportSubmitted(Patterns.Local.Services.StepFunctions.Data.ObjectData.Empty);
        _tasks.Calls[0].ReportHeartbeat();

        Assert.Equal(before, _history.Events.Count);
    }

    [Fact]
    public async Task Jitter_takes_a_part_of_each_delay_and_is_the_same_for_a_seed()
    {
        const string definition = """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:fail","Parameters":{"error":"E"},"End":true,
              "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":8,"MaxAttempts":5,"JitterStrategy":"FULL"}]}}}
            """;
        var (one, other) = (new JumpingClock(), new JumpingClock());

        await Machines.Run(definition, _tasks, _history, one).RunAsync("{}").WaitAsync(Machines.Patience);
        await Machines.Run(definition, _tasks, _history, other).RunAsync("{}").WaitAsync(Machines.Patience);

        Assert.Equal(one.Delays, other.Delays);
        Assert.All(one.Delays.Select((delay, index) => delay / (8 * Math.Pow(2, index))), part => Assert.InRange(part, 0, 1));
        Assert.Equal(5, one.Delays.Distinct().Count());
    }

    [Fact]
    public async Task All_variables_together_have_a_limit()
    {
        const string definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x.$":"$"},"Next":"B"},"B":{"Type":"Task","Resource":"arn:aws:states:::sqs:echo","End":true}}}}}}
            """;
        var options = ExecutionOptions.Standard with { MaxAllVariablesBytes = 7 };

        Assert.Equal(ExecutionStatus.Succeeded, (await Machines.Run(definition, _tasks, _history, _clock, options).RunAsync("""["1234","1234"]""")).Status);
        Assert.Equal(StatesErrors.DataLimitExceeded, (await Machines.Run(definition, _tasks, _history, _clock, options).RunAsync("""["123456"]""")).Error!.Error);
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        for (var i = 0; i < 6000 && !condition(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(condition());
    }
}
