using Patterns.LongRunning;
using Patterns.Singleton;

namespace Patterns.Chains.Tests.LongRunning;

public sealed class LongRunningHandlerTests
{
    [Fact]
    public async Task A_job_goes_on_over_several_invocations_to_its_end()
    {
        var rig = new JobRig();
        Assert.True((await rig.StartAsync()).IsNew);

        await rig.DeliverAllAsync();

        Assert.Equal(3, rig.Queue.Received.Count);
        Assert.Equal(Enumerable.Range(0, CountUp.Slices).Select(number => $"j/{number}"), rig.Begun);
        await rig.CheckEndAsync(JobPhase.Completed);
        Assert.Equal(new JobProgress(12, 12), (await rig.StatusAsync()).Progress);
        Assert.Equal(
            """{"job":"j","phase":"Completed","checkpoint":12,"done":12,"total":12,"state":{"Next":12,"Total":660}}""",
            System.Text.Encoding.UTF8.GetString(Assert.Single(rig.Results.Received).Body.Span));
    }

    [Fact]
    public async Task A_message_with_a_first_state_starts_the_job()
    {
        var rig = new JobRig();
        var message = new Envelope { Id = "m", Body = """{"job":"j","state":{"Next":0,"Total":0}}"""u8.ToArray() };

        Assert.True(await rig.DeliverAsync(message));
        Assert.True(await rig.DeliverAsync(message));
        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Completed);
    }

    [Fact]
    public async Task A_job_starts_once()
    {
        var rig = new JobRig();
        await rig.StartAsync();
        await rig.DeliverAllAsync();

        var again = await rig.StartAsync();

        Assert.False(again.IsNew);
        Assert.Equal(JobPhase.Completed, again.Status.Phase);
        Assert.Empty(rig.Messages);
        var exception = await Assert.ThrowsAsync<JobConflictException>(() => rig.Jobs().StartAsync("j", new Sum(1, 0), CancellationToken.None));
        Assert.Equal("The job 'j' was started with another state before; give a job of its own an id of its own.", exception.Message);
    }

    [Fact]
    public async Task A_job_that_nobody_has_begun_gets_its_message_again_when_it_is_started_again()
    {
        var rig = new JobRig();
        rig.Queue.Refuse = envelope => new SendFailure(envelope, "No", null, IsRetryable: false);
        await Assert.ThrowsAsync<SendFailedException>(() => rig.StartAsync());
        rig.Queue.Refuse = static _ => null;

        Assert.False((await rig.StartAsync()).IsNew);
        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Completed);
    }

    [Fact]
    public async Task While_a_worker_has_the_job_its_newest_message_comes_again_and_older_ones_go()
    {
        var rig = new JobRig();
        await rig.StartAsync();
        var first = rig.Messages.Single();
        await rig.DeliverAsync(first);
        var second = rig.Messages.Single();
        await rig.Jobs().Store.LeaseOf("j").TryTakeAsync(CancellationToken.None);

        Assert.False(await rig.DeliverAsync(second));
        Assert.True(await rig.DeliverAsync(first));
    }

    [Fact]
    public async Task A_cancelled_job_ends_at_its_next_checkpoint()
    {
        var rig = new JobRig();
        rig.Fail = slice =>
        {
            if (slice.Checkpoint == 2)
            {
                Assert.True(rig.Jobs().CancelAsync("j", CancellationToken.None).GetAwaiter().GetResult());
            }

            return null;
        };
        await rig.StartAsync();

        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Cancelled);
        Assert.Equal(3, rig.Begun.Count);
        Assert.False(await rig.Jobs().CancelAsync("j", CancellationToken.None));
        await Assert.ThrowsAsync<JobUnknownException>(() => rig.Jobs().CancelAsync("other", CancellationToken.None));
    }

    [Fact]
    public async Task A_job_that_is_cancelled_in_its_last_slice_is_completed()
    {
        var rig = new JobRig();
        rig.Fail = slice =>
        {
            if (slice.Checkpoint == CountUp.Slices - 1)
            {
                rig.Jobs().CancelAsync("j", CancellationToken.None).GetAwaiter().GetResult();
            }

            return null;
        };
        await rig.StartAsync();

        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Completed);
    }

    [Fact]
    public async Task A_job_is_given_up_after_its_attempts_and_goes_on_where_it_was_when_it_is_retried()
    {
        var rig = new JobRig();
        var attempts = new List<int>();
        rig.Fail = slice =>
        {
            if (slice.Checkpoint != 7)
            {
                return null;
            }

            attempts.Add(slice.Attempt);
            return new InvalidOperationException("no");
        };
        await rig.StartAsync();
        await rig.DeliverAllAsync();

        var status = await rig.StatusAsync();
        Assert.Equal(JobPhase.Failed, status.Phase);
        Assert.Equal("Workers began 5 times from checkpoint 7 and did not come to the next one.", status.Failure);
        Assert.Equal([1, 2, 3, 4, 5], attempts);
        Assert.Equal(7, rig.Effects().Count);

        rig.Fail = null;
        Assert.True(await rig.Jobs().RetryAsync("j", CancellationToken.None));
        Assert.False(await rig.Jobs().RetryAsync("j", CancellationToken.None));
        await rig.DeliverAllAsync();

        Assert.Equal(JobPhase.Completed, (await rig.StatusAsync()).Phase);
        Assert.Equal(JobRig.Result, await rig.Jobs().ReadStateAsync("j", CancellationToken.None));
        Assert.Equal(["job.failed", "job.completed"], rig.Results.Received.Select(envelope => envelope.Type));
    }

    [Fact]
    public async Task What_no_retry_can_help_ends_the_job_at_once()
    {
        var rig = new JobRig { Fail = slice => slice.Checkpoint == 1 ? new NonRetryableException("The file has no header.") : null };
        await rig.StartAsync();

        await rig.DeliverAllAsync();

        await rig.CheckEndAsync(JobPhase.Failed);
        Assert.Equal("NonRetryableException: The file has no header.", (await rig.StatusAsync()).Failure);
    }

    [Fact]
    public async Task Code_of_another_state_version_fails_clearly_and_a_migration_goes_on()
    {
        var rig = new JobRig();
        await rig.StartAsync();
        await rig.DeliverAsync(rig.Messages.Single());
        rig.StateVersion = 2;
        await rig.DeliverAllAsync();

        var status = await rig.StatusAsync();
        Assert.Equal(JobPhase.Failed, status.Phase);
        Assert.Equal(
            "JobStateVersionException: The state of the job 'j' has version 1, and this code goes on from version 2: have Migrate read version 1, or run the code that wrote it, and retry the job.",
            status.Failure);
        await Assert.ThrowsAsync<JobStateVersionException>(() => rig.Jobs().ReadStateAsync("j", CancellationToken.None));

        rig.Migrates = true;
        await rig.Jobs().RetryAsync("j", CancellationToken.None);
        await rig.DeliverAllAsync();

        Assert.Equal(CountUp.Slices, (await rig.Jobs().ReadStateAsync("j", CancellationToken.None)).Next);
        Assert.All(rig.Effects(), effect => Assert.Equal(1, effect.Count));
    }

    [Fact]
    public async Task Progress_never_goes_back()
    {
        var rig = new JobRig { ProgressOf = static next => next == 3 ? 1 : next };
        var seen = new List<long>();
        rig.Fail = slice =>
        {
            seen.Add(rig.StatusAsync().GetAwaiter().GetResult().Progress?.Done ?? 0);
            return null;
        };
        await rig.StartAsync();

        await rig.DeliverAllAsync();

        Assert.Equal([0, 1, 2, 2, 4], seen.Take(5));
    }

    [Fact]
    public async Task A_workflow_drives_a_job_in_a_loop()
    {
        var rig = new JobRig { HandsOn = false };
        var turns = new List<string>();
        var reply = await rig.LoopAsync("""{"job":"j","state":{"Next":0,"Total":0}}""");
        turns.Add(reply.GetRawText());
        for (; reply.GetProperty("continue").GetBoolean(); turns.Add(reply.GetRawText()))
        {
            reply = await rig.LoopAsync(reply.GetRawText());
        }

        Assert.Equal(
            [
                """{"job":"j","phase":"Waiting","checkpoint":5,"done":5,"total":12,"continue":true}""",
                """{"job":"j","phase":"Waiting","checkpoint":10,"done":10,"total":12,"continue":true}""",
                """{"job":"j","phase":"Completed","checkpoint":12,"done":12,"total":12,"continue":false,"state":{"Next":12,"Total":660}}""",
            ],
            turns);
        await Assert.ThrowsAsync<JobUnknownException>(() => rig.LoopAsync("""{"job":"other"}"""));
        await rig.Jobs().StartAsync("busy", new Sum(0, 0), CancellationToken.None);
        await rig.Jobs().Store.LeaseOf("busy").TryTakeAsync(CancellationToken.None);
        await Assert.ThrowsAsync<LeaseHeldException>(() => rig.LoopAsync("""{"job":"busy"}"""));
        Assert.Throws<InvalidOperationException>(() => { _ = rig.Process().FunctionHandler(Events.Sqs("""{"job":"j"}"""), rig.Context()); });
    }

    [Fact]
    public async Task A_sweep_sends_a_message_for_a_job_that_nobody_comes_for()
    {
        var rig = new JobRig();
        await rig.Jobs().StartAsync("j", new Sum(0, 0), CancellationToken.None);
        var lost = rig.Messages.Single();
        await rig.DeliverAsync(lost, new KillAtStep(9));
        await rig.SweepAsync();

        Assert.Equal(2, rig.Queue.Received.Count);
        await rig.Process().SweepHandler(Events.Schedule(rig.Time.GetUtcNow()), rig.Context());
        Assert.Equal(2, rig.Queue.Received.Count);
        await rig.DeliverAllAsync();
        await rig.CheckEndAsync(JobPhase.Completed);
    }

    [Fact]
    public async Task A_state_that_no_item_can_hold_is_refused()
    {
        var exception = await Assert.ThrowsAsync<JobStateTooLargeException>(() => new LongRunningJobs<string>(new InMemoryTable(), Singleton.TextJson.Default.String)
            .StartAsync("j", new string('x', 400_000), CancellationToken.None));

        Assert.Equal("The state of the job 'j' has 400002 bytes; at most 393216 can be kept. Keep what is large in an object store, and its key in the state.", exception.Message);
    }

    [Fact]
    public void There_are_defaults()
    {
        var options = new LongRunningOptions();

        Assert.Equal("jobs", options.Name);
        Assert.Null(options.Resume);
        Assert.Null(options.Results);
        Assert.Null(options.Workflow);
        Assert.Equal(TimeSpan.FromSeconds(10), options.HeartbeatInterval);
        Assert.Equal(1, options.StateVersion);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Lease);
        Assert.Equal(TimeSpan.FromSeconds(10), options.SliceTime);
        Assert.Equal(5, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromMinutes(5), options.OrphanAfter);
        Assert.Equal(TimeSpan.FromDays(14), options.Retention);
        Assert.Equal(4, options.OpenShards);
    }

    [Fact]
    public void Mistakes_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new LongRunningJobs<Sum>(new InMemoryTable(), SumJson.Default.Sum, new LongRunningOptions
        {
            Name = "a/b",
            Outbound = null!,
            StateVersion = 0,
            Lease = TimeSpan.Zero,
            SliceTime = TimeSpan.FromSeconds(-1),
            Retention = TimeSpan.Zero,
            OpenShards = 0,
        }));

        Assert.Equal(
            "LongRunningOptions: Name must have 1 to 100 characters and no '/', but is 'a/b'. Outbound and Time must not be null. "
            + "StateVersion and MaxAttempts must be at least 1, but are 0 and 5. Lease must be at least 00:00:01, but is 00:00:00. "
            + "SliceTime and HeartbeatInterval must not be negative, but are -00:00:01 and 00:00:10. OrphanAfter and Retention must be more than zero, but are 00:05:00 and 00:00:00. "
            + "OpenShards must be from 1 to 100, but is 0.",
            exception.Message);
    }
}
