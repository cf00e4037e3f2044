using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class StagedFanOutTests
{
    private readonly Barrier _barrier = new();

    [Fact]
    public async Task When_all_have_staged_all_show_the_messages_and_the_state_changes()
    {
        var result = await _barrier.SendAsync();

        Assert.Equal(new StagingResult(StagingOutcome.Committed, IsSettled: true), result);
        Assert.True(await _barrier.AssertAllOrNoneAsync());
    }

    [Fact]
    public async Task A_receiver_that_refuses_aborts_for_all()
    {
        _barrier.StockAccepts = _ => false;

        var result = await _barrier.SendAsync();

        Assert.Equal(new StagingResult(StagingOutcome.Aborted, IsSettled: true, "stock refused."), result);
        Assert.False(await _barrier.AssertAllOrNoneAsync());
    }

    [Fact]
    public async Task A_receiver_that_fails_aborts_for_all_and_a_recovery_tells_it()
    {
        var fanOut = new StagedFanOut(
            _barrier.Coordinator,
            [_barrier.Receiver("billing", _barrier.Billing, gate: null), new TableStagingReceiver("stock", new BrokenTable())],
            new StagedFanOutOptions { Time = _barrier.Time });

        var result = await fanOut.SendAsync("t-1", Barrier.Messages, default);

        Assert.Equal(new StagingResult(StagingOutcome.Aborted, IsSettled: false, "stock failed: broken") { NotTold = "stock failed: broken" }, result);
        Assert.Equal(1, await fanOut.ResumeAsync(default));
        Assert.Equal(0, await _barrier.Process().ResumeAsync(default));
    }

    [Fact]
    public async Task What_keeps_a_receiver_from_being_told_is_in_the_log_and_nothing_of_the_messages()
    {
        var log = new FakeLambdaLogger();
        IStagingReceiver[] receivers = [_barrier.Receiver("billing", _barrier.Billing, gate: null), new TableStagingReceiver("stock", new BrokenTable())];
        var fanOut = new StagedFanOut(_barrier.Coordinator, receivers, new StagedFanOutOptions { Time = _barrier.Time }, log);

        await fanOut.SendAsync("t-1", Barrier.Messages, default);

        var line = Assert.Single(log.Lines);
        Assert.StartsWith("Error: Receiver {Receiver} could not be told that transaction {Transaction} is {Decision}; the next recovery tells it. [stock, t-1, aborted]", line);
        Assert.DoesNotContain("m-1", line);
    }

    [Fact]
    public async Task The_recovery_logs_where_its_invocation_logs()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _barrier.SendAsync(new KillAtStep(6)));
        _barrier.Time.Advance(TimeSpan.FromSeconds(30));
        var other = new StagedFanOut(_barrier.Coordinator, [_barrier.Receiver("billing", _barrier.Billing, gate: null)], new StagedFanOutOptions { Time = _barrier.Time });
        var context = new FakeLambdaContext(time: _barrier.Time);

        await new Recovery(other).FunctionHandler(Stream.Null, context);

        Assert.Equal("Error: Receiver {Receiver} of transaction {Transaction} is not known here, and cannot be told that it is {Decision}. [stock, t-1, aborted]", Assert.Single(context.Log.Lines));
    }

    [Fact]
    public async Task A_condition_of_the_state_that_does_not_hold_aborts_for_all()
    {
        await _barrier.SendAsync();

        var result = await _barrier.SendAsync(transaction: "t-2");

        Assert.Equal(new StagingResult(StagingOutcome.Aborted, IsSettled: true, "The condition of a write did not hold."), result);
        Assert.True(await _barrier.AssertAllOrNoneAsync());
    }

    [Fact]
    public async Task A_transaction_that_comes_again_has_its_outcome_and_changes_nothing()
    {
        await _barrier.SendAsync();

        var again = await _barrier.SendAsync();

        Assert.Equal(new StagingResult(StagingOutcome.Committed, IsSettled: true), again);
        Assert.True(await _barrier.AssertAllOrNoneAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_committed_transaction_that_comes_again_when_it_is_forgotten_is_committed_still(bool stockAccepts)
    {
        await _barrier.SendAsync();
        _barrier.Time.Advance(TimeSpan.FromDays(1.5));
        _barrier.StockAccepts = _ => stockAccepts;

        var again = await _barrier.SendAsync();

        Assert.Equal(new StagingResult(StagingOutcome.Committed, IsSettled: true), again);
        Assert.True(await _barrier.AssertAllOrNoneAsync());
        Assert.Equal(again, await _barrier.SendAsync());
    }

    [Fact]
    public async Task State_of_a_forgotten_transaction_does_not_change_twice()
    {
        var count = new TableUpdate(new TableKey("orders", "count")).Add("count", 1);
        await _barrier.Process().SendAsync("t-1", Barrier.Messages, default, [count]);
        _barrier.Time.Advance(TimeSpan.FromDays(1.5));

        await _barrier.Process().SendAsync("t-1", Barrier.Messages, default, [count]);

        Assert.Equal(1, (await _barrier.Coordinator.GetAsync(count.Key, default))!["count"]!.GetInt64());
    }

    [Fact]
    public async Task A_forgotten_transaction_that_came_again_and_died_is_settled_by_the_recovery()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var barrier = new Barrier();
            await barrier.SendAsync();
            barrier.Time.Advance(TimeSpan.FromDays(1.5));
            var gate = new KillAtStep(steps);
            await Record.ExceptionAsync(() => barrier.SendAsync(gate));
            hasKilled = gate.HasKilled;
            barrier.Time.Advance(TimeSpan.FromMinutes(1));

            Assert.Equal(0, await barrier.Process().ResumeAsync(default));
            Assert.Equal(StagingOutcome.Committed, (await barrier.SendAsync()).Outcome);
            Assert.True(await barrier.AssertAllOrNoneAsync());
        }
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_in_time_aborts_for_all()
    {
        var silent = new SilentReceiver();
        var fanOut = new StagedFanOut(
            _barrier.Coordinator,
            [_barrier.Receiver("billing", _barrier.Billing, gate: null), silent],
            new StagedFanOutOptions { Time = _barrier.Time, Timeout = TimeSpan.FromSeconds(10) });

        var sending = fanOut.SendAsync("t-1", Barrier.Messages, default);
        await silent.Asked;
        _barrier.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new StagingResult(StagingOutcome.Aborted, IsSettled: true, "silent did not answer in time."), await sending);
        Assert.Empty(await _barrier.ShownAsync(_barrier.Billing));
    }

    [Fact]
    public async Task A_recovery_leaves_a_transaction_that_is_in_time_alone_and_aborts_it_afterwards()
    {
        var gate = new KillAtStep(6);
        await Assert.ThrowsAnyAsync<Exception>(() => _barrier.SendAsync(gate));

        Assert.Equal(1, await _barrier.Process().ResumeAsync(default));
        _barrier.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, await _barrier.Process().ResumeAsync(default));

        Assert.False(await _barrier.AssertAllOrNoneAsync());
    }

    [Fact]
    public async Task A_process_that_wakes_up_after_the_recovery_aborted_cannot_commit()
    {
        var silent = new SilentReceiver();
        IStagingReceiver[] receivers = [_barrier.Receiver("billing", _barrier.Billing, gate: null), silent];
        var process = new StagedFanOut(_barrier.Coordinator, receivers, new StagedFanOutOptions { Time = new FakeTimeProvider() });
        var sending = process.SendAsync("t-1", Barrier.Messages, default);
        await silent.Asked;
        _barrier.Time.Advance(TimeSpan.FromSeconds(31));
        await new StagedFanOut(_barrier.Coordinator, receivers, new StagedFanOutOptions { Time = _barrier.Time }).ResumeAsync(default);

        silent.Answer();

        Assert.Equal(StagingOutcome.Aborted, (await sending).Outcome);
        Assert.Empty(await _barrier.ShownAsync(_barrier.Billing));
    }

    [Fact]
    public async Task A_receiver_that_the_recovery_does_not_know_keeps_the_transaction_open()
    {
        var gate = new KillAtStep(6);
        await Assert.ThrowsAnyAsync<Exception>(() => _barrier.SendAsync(gate));
        _barrier.Time.Advance(TimeSpan.FromSeconds(30));
        var other = new StagedFanOut(_barrier.Coordinator, [_barrier.Receiver("billing", _barrier.Billing, gate: null)], new StagedFanOutOptions { Time = _barrier.Time });

        Assert.Equal(1, await other.ResumeAsync(default));
    }

    [Fact]
    public async Task The_recovery_runs_on_a_schedule()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _barrier.SendAsync(new KillAtStep(6)));
        _barrier.Time.Advance(TimeSpan.FromSeconds(30));

        var reply = await new Recovery(_barrier.Process()).FunctionHandler(Events.Schedule(_barrier.Time.GetUtcNow()), new FakeLambdaContext(time: _barrier.Time));

        Assert.Equal("""{"open":0}""", await new StreamReader(reply).ReadToEndAsync());
        await _barrier.AssertAllOrNoneAsync();
    }

    [Fact]
    public void Receivers_need_names_of_their_own()
    {
        IStagingReceiver[] receivers = [_barrier.Receiver("a", _barrier.Billing, gate: null), _barrier.Receiver("a", _barrier.Stock, gate: null)];

        var exception = Assert.Throws<ArgumentException>(() => new StagedFanOut(_barrier.Coordinator, receivers));

        Assert.Equal("The receiver name 'a' is used 2 times; a transaction remembers receivers by their names. (Parameter 'receivers')", exception.Message);
        Assert.Throws<ArgumentException>(() => new StagedFanOut(_barrier.Coordinator, []));
    }

    [Fact]
    public async Task More_writes_than_fit_the_decision_are_refused_before_anything_is_staged()
    {
        var writes = Enumerable.Range(0, 100).Select(n => new TablePut(new TableItem(new TableKey($"{n}", "state"))));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => _barrier.Process().SendAsync("t-1", Barrier.Messages, default, [.. writes]));

        Assert.Equal("The decision has 100 writes; 99 fit beside it in a transaction. (Parameter 'writes')", exception.Message);
        Assert.Empty(_barrier.Coordinator.Items);
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new StagedFanOutOptions();

        Assert.Equal(("staging", TimeSpan.FromSeconds(30), TimeSpan.FromDays(1)), (options.Partition, options.Timeout, options.KeepFor));
    }

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new StagedFanOutOptions { Partition = "", Timeout = TimeSpan.Zero, KeepFor = TimeSpan.FromSeconds(-1), Time = null! };

        var exception = Assert.Throws<OptionsException>(() => new StagedFanOut(_barrier.Coordinator, [new SilentReceiver()], options));

        Assert.Equal(
            "StagedFanOutOptions: Partition must not be empty. Timeout must be positive, but is 00:00:00. KeepFor must be at least Timeout, but is -00:00:01. Time must not be null.",
            exception.Message);
    }

    private sealed class Recovery(StagedFanOut fanOut) : StagingRecoveryHandler(fanOut);
}
