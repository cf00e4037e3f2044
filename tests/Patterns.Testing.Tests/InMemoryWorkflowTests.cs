using Patterns.Workflows;

namespace Patterns.Testing.Tests;

public sealed class InMemoryWorkflowTests
{
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string> Laws => [.. WorkflowContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_workflows(string law) => WorkflowContract.CheckAsync(law, new Subject(_time));

    [Fact]
    public async Task A_run_whose_heartbeats_stay_away_has_failed()
    {
        var workflow = new InMemoryWorkflow(time: _time) { HeartbeatTimeout = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromHours(1) };
        await workflow.StartAsync("import", "{}", default);
        var token = workflow.TokenOf("import");

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(TaskAnswer.Accepted, await workflow.HeartbeatTaskAsync(token, default));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(WorkflowStatus.Running, (await workflow.FindAsync("import", default))!.Status);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TaskAnswer.Gone, await workflow.SucceedTaskAsync(token, "1", default));
        Assert.Equal((WorkflowStatus.Failed, "States.HeartbeatTimeout"), (workflow.Runs[0].Status, workflow.Runs[0].Error));
    }

    [Fact]
    public async Task A_run_whose_time_is_over_has_failed_for_all_its_heartbeats()
    {
        var workflow = new InMemoryWorkflow(time: _time) { HeartbeatTimeout = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromSeconds(90) };
        await workflow.StartAsync("import", "{}", default);
        _time.Advance(TimeSpan.FromSeconds(45));
        await workflow.HeartbeatTaskAsync(workflow.TokenOf("import"), default);

        _time.Advance(TimeSpan.FromSeconds(45));

        Assert.Equal((WorkflowStatus.Failed, "States.Timeout"), (workflow.Runs[0].Status, workflow.Runs[0].Error));
    }

    [Fact]
    public async Task A_name_is_free_again_90_days_after_the_run_ended()
    {
        var workflow = new InMemoryWorkflow(time: _time);
        await workflow.StartAsync("r", "1", default);
        _time.Advance(TimeSpan.FromDays(200));
        workflow.Succeed("r", "2");

        _time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<WorkflowException>(async () => await workflow.StartAsync("r", "3", default));
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await workflow.FindAsync("r", default));
        Assert.Equal(WorkflowStatus.Running, (await workflow.StartAsync("r", "3", default)).Status);
        Assert.Equal(2, workflow.Runs.Count);
    }

    [Fact]
    public async Task A_test_ends_runs_and_makes_calls_fail()
    {
        var workflow = new InMemoryWorkflow("orders", _time);
        await workflow.StartAsync("a", "1", default);
        await workflow.StartAsync("b", "2", default);

        workflow.Fail("a", "E", "c");
        workflow.Abort("b");
        workflow.Refuse = run => new WorkflowException($"{run} is throttled", isRetryable: true);

        Assert.Equal([WorkflowStatus.Failed, WorkflowStatus.Aborted], workflow.Runs.Select(run => run.Status));
        Assert.Equal("2", workflow.InputOf("b"));
        Assert.Throws<InvalidOperationException>(() => workflow.Succeed("a", "1"));
        Assert.True((await Assert.ThrowsAsync<WorkflowException>(async () => await workflow.StartAsync("c", "1", default))).IsRetryable);
    }

    private sealed class Subject(TimeProvider time) : WorkflowUnderTest
    {
        private readonly InMemoryWorkflow _workflow = new(time: time);

        public override IWorkflow Workflow => _workflow;

        public override Task<string> TokenAsync(string runName) => Task.FromResult(_workflow.TokenOf(runName));
    }
}
