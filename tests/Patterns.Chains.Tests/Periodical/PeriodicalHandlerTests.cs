using Patterns.Periodical;

namespace Patterns.Chains.Tests.Periodical;

public sealed class PeriodicalHandlerTests
{
    [Fact]
    public async Task A_tick_that_comes_twice_counts_once()
    {
        var rig = new TickRig();

        await rig.DeliverAsync("00:00:00");
        await rig.DeliverAsync("00:00:00");
        await rig.DeliverAsync("00:00:07");

        Assert.Equal(["00:00x1"], rig.EffectTimes());
        Assert.Equal([(TickRig.Moment("00:00:00"), null, TimeSpan.FromSeconds(30), 1)], rig.Begun);
    }

    [Theory]
    [InlineData(CatchUp.All, "00:00x1 00:01x1 00:02x1 00:03x1 00:04x1 00:05x1 00:06x1 00:07x1 00:08x1 00:09x1 00:10x1")]
    [InlineData(CatchUp.Newest, "00:00x1 00:10x1")]
    [InlineData(CatchUp.Skip, "00:00x1 00:06x1 00:07x1 00:08x1 00:09x1 00:10x1")]
    public async Task After_an_outage_the_policy_decides(CatchUp policy, string effects)
    {
        var rig = new TickRig { CatchUp = policy };
        await rig.DeliverAsync("00:00:00");
        rig.Time.Advance(TimeSpan.FromMinutes(10));

        await rig.DeliverAsync("00:10:00");
        await rig.DeliverAsync("00:03:00");
        await rig.DeliverAsync("00:09:00");

        Assert.Equal(effects, string.Join(' ', rig.EffectTimes()));
        Assert.Equal(TickRig.Moment("00:10:00"), await rig.Ledger.FindSettledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_late_event_has_newer_ticks_run_with_it_and_their_own_events_do_nothing()
    {
        var rig = new TickRig();
        rig.Time.Advance(TimeSpan.FromMinutes(2));

        await rig.DeliverAsync("00:00:00");
        await rig.DeliverAsync("00:02:00");
        await rig.DeliverAsync("00:01:00");

        Assert.Equal(["00:00x1", "00:01x1", "00:02x1"], rig.EffectTimes());
        Assert.Equal(3, rig.Begun.Count);
        Assert.Equal([null, TickRig.Moment("00:00:00"), TickRig.Moment("00:01:00")], rig.Begun.Select(tick => tick.Previous));
    }

    [Fact]
    public async Task An_event_that_comes_while_a_tick_runs_is_left_to_that_run()
    {
        var rig = new TickRig();
        var work = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Work = tick => tick.ScheduledTime == TickRig.Moment("00:00:00") ? work.Task : Task.CompletedTask;
        var running = rig.DeliverAsync("00:00:00");

        // Before this clock comes to it, so that only what was left says that it is due.
        await rig.DeliverAsync("00:01:00");
        Assert.Empty(rig.EffectTimes());
        work.SetResult();
        await running;

        Assert.Equal(["00:00x1", "00:01x1"], rig.EffectTimes());
        Assert.Equal(1, rig.MostAtATime);
    }

    [Fact]
    public async Task Work_that_fails_is_tried_again_given_up_and_the_next_tick_comes()
    {
        var rig = new TickRig();
        rig.Work = tick => tick.ScheduledTime == TickRig.Moment("00:00:00") ? throw new InvalidOperationException("no") : Task.CompletedTask;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => rig.DeliverAsync("00:00:00"));
        }

        await rig.DeliverAsync("00:00:00");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync("00:01:00");

        Assert.Equal([1, 2, 3, 1], rig.Begun.Select(tick => tick.Attempt));
        Assert.Equal(["00:01x1"], rig.EffectTimes());
        var ledger = await rig.Ledger.ReadAsync(TickRig.Moment("00:00:00"), TickRig.Moment("01:00:00"), CancellationToken.None).ToListAsync();
        Assert.Equal([(TickOutcome.Failed, 3), (TickOutcome.Done, 1)], ledger.Select(tick => (tick.Outcome, tick.Attempts)));
    }

    [Fact]
    public async Task Ticks_that_time_does_not_suffice_for_are_an_error_and_the_next_event_goes_on()
    {
        var rig = new TickRig();
        await rig.DeliverAsync("00:00:00");
        rig.Work = _ =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(20));
            return Task.CompletedTask;
        };
        rig.Time.Advance(TimeSpan.FromMinutes(5));

        var exception = await Assert.ThrowsAsync<PeriodicalBacklogException>(() => rig.DeliverAsync("00:05:00"));
        Assert.Equal("Time ran out before all ticks of 'count' were run that are due; the next one is that of 2026-11-18T00:03:00Z.", exception.Message);
        rig.Work = static _ => Task.CompletedTask;
        await rig.DeliverAsync("00:05:00");

        Assert.Equal(["00:00x1", "00:01x1", "00:02x1", "00:03x1", "00:04x1", "00:05x1", "00:06x1"], rig.EffectTimes());
    }

    [Theory]
    [InlineData("""{"time":"2026-11-18T00:00:00Z"}""")]
    [InlineData("""{"source":"aws.scheduler","detail-type":"Scheduled Event","time":"2026-11-18T00:00:00Z","id":"e-1","version":"0","account":"1","region":"r","resources":[],"detail":"{}"}""")]
    public async Task A_schedules_input_says_which_tick_it_is(string input)
    {
        var rig = new TickRig();

        await rig.Process().FunctionHandler(Events.Direct(input), new FakeLambdaContext(time: rig.Time));
        await rig.Process().FunctionHandler(Events.Sqs(input), new FakeLambdaContext(time: rig.Time));

        Assert.Equal(["00:00x1"], rig.EffectTimes());
    }

    [Fact]
    public async Task An_event_without_a_scheduled_time_is_refused_with_the_way_out()
    {
        var rig = new TickRig();

        var exception = await Assert.ThrowsAsync<NonRetryableException>(() => rig.Process().FunctionHandler(Events.Direct("{}"), new FakeLambdaContext(time: rig.Time)));

        Assert.Equal(
            """The event says nowhere when it was due: it is no 'Scheduled Event', and has no 'time' with a time. Give a schedule the input {"time":"<aws.scheduler.scheduled-time>"}.""",
            exception.Message);
    }

    [Fact]
    public async Task A_tick_killed_at_any_step_counts_once()
    {
        for (var step = 0; ; step++)
        {
            var rig = new TickRig();
            await rig.DeliverAsync("00:00:00");
            rig.Time.Advance(TimeSpan.FromMinutes(2));
            var gate = new KillAtStep(step);
            await Record.ExceptionAsync(() => rig.DeliverAsync(TickRig.Moment("00:02:00"), gate));
            rig.Time.Advance(TimeSpan.FromSeconds(50));

            await rig.DeliverAsync("00:02:00");

            Assert.Equal(["00:00x1", "00:01x1", "00:02x1"], rig.EffectTimes().Take(3));
            Assert.All(rig.Effects(), effect => Assert.Equal(1, effect.Count));
            if (!gate.HasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Events_at_the_same_time_run_one_tick_at_a_time()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var rig = new TickRig();
            var schedule = new Interleaving(seed);
            foreach (var minute in new[] { 0, 0, 1, 2, 2 })
            {
                schedule.Start(gate => rig.DeliverAsync(TickRig.Moment($"00:0{minute}:00"), gate));
            }

            await schedule.RunAsync();

            Assert.Contains("00:02x1", rig.EffectTimes());
            Assert.All(rig.Effects(), effect => Assert.Equal(1, effect.Count));
            Assert.Equal(1, rig.MostAtATime);
            Assert.Equal(rig.Begun.Select(tick => tick.Tick).Order(), rig.Begun.Select(tick => tick.Tick));
        }
    }

    [Fact]
    public void There_are_defaults()
    {
        var options = new PeriodicalOptions { Table = new InMemoryTable(), Schedule = TickSchedule.Every(TimeSpan.FromHours(1)) };

        Assert.Equal("periodical", options.Name);
        Assert.Equal(CatchUp.All, options.CatchUp);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Tolerance);
        Assert.Equal(3, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Lease);
        Assert.Equal(TimeSpan.FromDays(30), options.Retention);
        Assert.Equal("time", options.TimeProperty);
    }

    [Fact]
    public void Mistakes_are_listed_together()
    {
        var options = new PeriodicalOptions
        {
            Table = null!,
            Schedule = null!,
            Name = "a/b",
            CatchUp = (CatchUp)7,
            Tolerance = TimeSpan.FromSeconds(-1),
            MaxAttempts = 0,
            Lease = TimeSpan.Zero,
            Retention = TimeSpan.Zero,
            TimeProperty = "",
        };

        var exception = Assert.Throws<OptionsException>(() => new CountTicks(options, new TickRig()));

        Assert.Equal(
            "PeriodicalOptions: Table, Schedule and Time must not be null. Name must have 1 to 100 characters and no '/', but is 'a/b'. "
            + "CatchUp must be one of its values, but is 7. Tolerance must not be negative, but is -00:00:01. MaxAttempts must be at least 1, but is 0. "
            + "Lease must be at least 00:00:01, but is 00:00:00. Retention must be more than zero, but is 00:00:00. TimeProperty must not be empty.",
            exception.Message);
    }
}
