using System.Text;
using Patterns.LongRunning;
using Patterns.Workflows;

namespace Patterns.Chains.Tests.LongRunning;

public sealed class CallbackTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_task_that_waits_gets_the_result_and_heartbeats_until_then()
    {
        var workflow = new InMemoryWorkflow("import", _time) { HeartbeatTimeout = TimeSpan.FromSeconds(25) };
        var rig = new JobRig(_time) { Workflow = workflow };
        var message = await MessageAsync(workflow, "run-1");

        Assert.True(await rig.DeliverAsync(message));
        await rig.DeliverAllAsync();

        var run = Assert.Single(workflow.Runs);
        Assert.Equal((WorkflowStatus.Succeeded, """{"Next":12,"Total":660}"""), (run.Status, run.Output));
        await rig.CheckEndAsync(JobPhase.Completed);
    }

    [Fact]
    public async Task A_task_that_waits_gets_the_failure()
    {
        var workflow = new InMemoryWorkflow("import", _time);
        var rig = new JobRig(_time) { Workflow = workflow, Fail = static _ => new NonRetryableException("The file has no header.") };

        await rig.DeliverAsync(await MessageAsync(workflow, "run-1"));

        var run = Assert.Single(workflow.Runs);
        Assert.Equal(("JobFailed", "NonRetryableException: The file has no header."), (run.Error, run.Cause));
    }

    [Fact]
    public async Task A_job_for_which_nobody_waits_any_more_is_cancelled()
    {
        var workflow = new InMemoryWorkflow("import", _time);
        var rig = new JobRig(_time) { Workflow = workflow };
        var message = await MessageAsync(workflow, "run-1");
        rig.Fail = slice =>
        {
            if (slice.Checkpoint == 3)
            {
                workflow.Abort("run-1");
            }

            return null;
        };

        await rig.DeliverAsync(message);
        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Cancelled);
    }

    [Fact]
    public async Task A_workflow_that_tries_again_waits_for_the_same_job()
    {
        var workflow = new InMemoryWorkflow("import", _time);
        var rig = new JobRig(_time) { Workflow = workflow };
        await rig.DeliverAsync(await MessageAsync(workflow, "run-1"));
        await rig.DeliverAsync(await MessageAsync(workflow, "run-2"));
        await rig.DeliverAllAsync();
        await rig.DeliverAsync(await MessageAsync(workflow, "run-3"));

        Assert.Equal([WorkflowStatus.Running, WorkflowStatus.Succeeded, WorkflowStatus.Succeeded], workflow.Runs.Select(run => run.Status));
        Assert.Equal(CountUp.Slices, rig.Begun.Count);
    }

    [Fact]
    public async Task A_token_that_nobody_would_answer_is_refused()
    {
        var workflow = new InMemoryWorkflow("import", _time);
        var rig = new JobRig(_time);
        var body = (await MessageAsync(workflow, "run-1")).Body;

        Assert.False(await rig.DeliverAsync(new Envelope { Id = "m", Body = body }));
        Assert.Empty(rig.Table.Items);
    }

    /// <summary>What a task sends whose resource is a queue with <c>.waitForTaskToken</c>.</summary>
    private static async Task<Envelope> MessageAsync(InMemoryWorkflow workflow, string run)
    {
        await workflow.StartAsync(run, "{}", CancellationToken.None);
        var body = $$"""{"job":"j","state":{"Next":0,"Total":0},"taskToken":"{{workflow.TokenOf(run)}}"}""";
        return new Envelope { Id = run, Body = Encoding.UTF8.GetBytes(body) };
    }
}
