using Patterns.Sagas;
using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.Sagas;

public sealed class SagaHandlerTests
{
    [Fact]
    public async Task A_saga_does_its_steps_in_order_and_answers_with_what_they_found_out()
    {
        var rig = new TripRig();

        var status = await RunAsync(rig);

        Assert.Equal(SagaOutcome.Succeeded, status.Outcome);
        Assert.Equal(TripRig.Steps, status.State.Booked);
        Assert.Equal(6, rig.Queue.Received.Count + rig.Answers.Received.Count);
        Assert.Null(status.Error);
    }

    [Fact]
    public async Task A_refusal_undoes_the_steps_before_it_in_reverse_order_and_is_not_tried_again()
    {
        var rig = new TripRig { Faults = new() { ["insurance"] = Fault.Refuses } };

        var status = await RunAsync(rig);

        Assert.Equal(SagaOutcome.Compensated, status.Outcome);
        Assert.Equal("insurance", status.FailedStep);
        Assert.Equal(["car", "hotel", "flight"], status.State.Cancelled);
        Assert.Equal("insurance: Sold out.", rig.Answers.Received[0].Attributes[ReplyAttributes.Error]);
    }

    [Fact]
    public async Task A_step_whose_outcome_stays_in_doubt_is_undone_too()
    {
        var rig = new TripRig { Faults = new() { ["car"] = Fault.FailsAfter } };

        var status = await RunAsync(rig);

        Assert.Equal(["car", "hotel", "flight"], status.State.Cancelled);
        Assert.Equal("car: The answer was lost.", status.Error);
    }

    [Fact]
    public async Task A_step_that_can_be_asked_about_is_not_repeated_when_its_answer_was_lost()
    {
        var rig = new TripRig { Asks = true, Faults = new() { ["car"] = Fault.FailsAfter } };

        var status = await RunAsync(rig);

        Assert.Equal(SagaOutcome.Succeeded, status.Outcome);
        Assert.Equal(TripRig.Steps, status.State.Booked);
    }

    [Fact]
    public async Task A_saga_whose_time_is_over_is_undone_and_says_so()
    {
        var rig = new TripRig { Timeout = TimeSpan.FromMinutes(2) };
        var run = new TripRun(rig);
        await run.StartAsync();
        await TripRig.DeliverAsync(rig.Process(), rig.Queue.Received[0]);
        await TripRig.DeliverAsync(rig.Process(), rig.Queue.Received[1]);
        rig.Time.Advance(TimeSpan.FromMinutes(2));

        await run.FinishAsync();

        var status = await run.CheckAsync();
        Assert.Equal(SagaOutcome.TimedOut, status.Outcome);
        Assert.Equal(["hotel", "flight"], status.State.Cancelled);
        Assert.Equal("car", status.FailedStep);
    }

    [Fact]
    public async Task A_saga_that_cannot_be_undone_is_stuck_until_it_is_resumed_and_answers_once()
    {
        var rig = new TripRig { Faults = new() { ["payment"] = Fault.Refuses }, UndoFaults = new() { ["hotel"] = Fault.FailsBefore } };
        var run = new TripRun(rig);
        await run.StartAsync();
        await run.FinishAsync();
        var stuck = await rig.Log().FindAsync("t1", CancellationToken.None);

        Assert.Equal(SagaPhase.Stuck, stuck!.Phase);
        Assert.Equal(SagaOutcome.Stuck, stuck.Answer);
        Assert.Equal(["flight", "hotel"], rig.Effects("t1"));
        Assert.Equal(["t1"], await rig.Log().FindStuckAsync(10, CancellationToken.None));

        rig.UndoFaults.Clear();
        await rig.Log().ResumeAsync("t1", CancellationToken.None);
        await run.FinishAsync();

        var ended = await run.CheckAsync();
        Assert.Equal(SagaOutcome.Compensated, ended.Outcome);
        Assert.Equal(SagaOutcome.Stuck, ended.Answer);
        Assert.Empty(await rig.Log().FindStuckAsync(10, CancellationToken.None));
        Assert.Single(rig.Answers.Received);
    }

    [Fact]
    public async Task A_stuck_saga_survives_a_crash_at_any_step_of_getting_stuck_and_of_being_resumed()
    {
        for (var (steps, hasKilled) = (0, true); hasKilled; steps++)
        {
            var rig = new TripRig { Faults = new() { ["payment"] = Fault.Refuses }, UndoFaults = new() { ["flight"] = Fault.FailsBefore } };
            var gate = new KillAtStep(steps);
            var run = new TripRun(rig);
            await run.StartAsync();
            await run.FinishAsync(() => gate.HasKilled ? null : gate);
            rig.UndoFaults.Clear();
            await ResumeAsync(rig, gate);
            await run.FinishAsync(() => gate.HasKilled ? null : gate);
            var status = await run.CheckAsync();
            Assert.Equal(SagaOutcome.Stuck, status.Answer);
            hasKilled = gate.HasKilled;
        }
    }

    [Fact]
    public async Task A_saga_that_lost_its_message_is_woken_by_a_sweep_and_not_before()
    {
        var rig = new TripRig();
        rig.Queue.Refuse = envelope => new SendFailure(envelope, "Down", null, IsRetryable: false);
        await Assert.ThrowsAsync<SendFailedException>(() => rig.Log().StartAsync("t1", new Trip("Ada"), CancellationToken.None));
        rig.Queue.Refuse = _ => null;

        await rig.SweepAsync();
        Assert.Empty(rig.Queue.Received);

        rig.Time.Advance(TripRig.OrphanAfter);
        await rig.SweepAsync();
        Assert.Single(rig.Queue.Received);

        var run = new TripRun(rig);
        await run.FinishAsync();
        await run.CheckAsync();
    }

    [Fact]
    public async Task Ended_sagas_leave_no_timer_and_in_the_end_nothing()
    {
        var rig = new TripRig();
        await RunAsync(rig);

        rig.Time.Advance(TripRig.OrphanAfter);
        await rig.SweepAsync();
        Assert.DoesNotContain(rig.Table.Items, item => item.Key.Partition.StartsWith("trip/timer/", StringComparison.Ordinal));

        rig.Time.Advance(TimeSpan.FromDays(15));
        rig.Table.RemoveExpired();
        Assert.All(rig.Table.Items, item => Assert.Equal("rows", item.Key.Partition));
    }

    [Fact]
    public async Task Starting_again_changes_nothing_and_another_state_is_a_conflict()
    {
        var rig = new TripRig();
        var first = await rig.Log().StartAsync("t1", new Trip("Ada"), CancellationToken.None);
        var again = await rig.Log().StartAsync("t1", new Trip("Ada"), CancellationToken.None);

        Assert.Equal(first.StartedAt, again.StartedAt);
        await Assert.ThrowsAsync<SagaConflictException>(() => rig.Log().StartAsync("t1", new Trip("Bob"), CancellationToken.None));
    }

    [Fact]
    public async Task A_message_of_an_unknown_saga_is_poison_and_one_of_an_ended_saga_does_nothing()
    {
        var rig = new TripRig();
        await RunAsync(rig);
        var calls = rig.Agency.Calls.Count;

        Assert.True(await TripRig.DeliverAsync(rig.Process(), rig.Queue.Received[0]));
        Assert.False(await TripRig.DeliverAsync(rig.Process(), new Envelope { Id = "x", Body = """{"sagaId":"nobody","turn":0}"""u8.ToArray() }));

        Assert.Equal(calls, rig.Agency.Calls.Count);
        Assert.Single(rig.Answers.Received);
    }

    [Fact]
    public void Every_mistake_in_a_declaration_is_told_at_once()
    {
        var builder = new SagaBuilder<Trip>("a trip", TripJson.Default.Trip)
            .Step("one", (trip, _) => new(trip), undo: null)
            .Step("one", (trip, _) => new(trip), undo: null, new SagaStepOptions<Trip> { MaxAttempts = 0 });

        var exception = Assert.Throws<OptionsException>(builder.Build);

        Assert.Equal(3, exception.Mistakes.Count);
        Assert.Contains("Two steps have the name 'one'.", exception.Mistakes);
    }

    private static async Task<SagaStatus<Trip>> RunAsync(TripRig rig)
    {
        var run = new TripRun(rig);
        await run.StartAsync();
        await run.FinishAsync();
        return await run.CheckAsync();
    }

    private static async Task ResumeAsync(TripRig rig, KillAtStep gate)
    {
        try
        {
            await rig.Log(gate.HasKilled ? null : gate).ResumeAsync("t1", CancellationToken.None);
        }
        catch (Exception) when (gate.HasKilled)
        {
            await rig.Log().ResumeAsync("t1", CancellationToken.None);
        }
    }
}
