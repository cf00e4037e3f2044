using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

public sealed class LeaseTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;
    private readonly LeaseStore _leases;

    public LeaseTests()
    {
        _table = new InMemoryTable("leases", _time);
        _leases = Leases(_table);
    }

    [Fact]
    public async Task A_lease_has_one_owner_until_it_is_released_and_tokens_grow()
    {
        var first = await AcquireAsync();

        Assert.Null(await _leases.TryAcquireAsync("x", CancellationToken.None));
        Assert.True(await first.ReleaseAsync(CancellationToken.None));
        var second = await AcquireAsync();

        Assert.Equal((1, 2), (first.Token, second.Token));
        Assert.False(first.IsHeld);
        Assert.False(first.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task An_owner_that_lives_keeps_its_lease()
    {
        var lease = await AcquireAsync();

        _time.Advance(TimeSpan.FromHours(1));

        Assert.True(lease.IsHeld);
        Assert.Null(await _leases.TryAcquireAsync("x", CancellationToken.None));
    }

    [Fact]
    public async Task A_lease_that_cannot_be_renewed_is_lost_before_it_is_free()
    {
        var table = new FailingTable(_table);
        var lease = (await Leases(table).TryAcquireAsync("x", CancellationToken.None))!;
        table.Failure = new TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(26.9));
        Assert.True(lease.IsHeld);
        _time.Advance(TimeSpan.FromSeconds(0.0999));
        Assert.False(lease.IsHeld);
        Assert.True(lease.Lost.IsCancellationRequested);
        Assert.Null(await _leases.TryAcquireAsync("x", CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(0.0001));

        Assert.Equal(2, (await AcquireAsync()).Token);
    }

    [Fact]
    public async Task A_lease_that_took_long_to_take_is_renewed_before_its_end()
    {
        var lease = (await Leases(new SteppedTable(_table, new SlowReply(_time, TimeSpan.FromSeconds(20)))).TryAcquireAsync("x", CancellationToken.None))!;

        _time.Advance(TimeSpan.FromHours(1));

        Assert.True(lease.IsHeld);
    }

    [Fact]
    public async Task A_former_owner_can_neither_renew_nor_release_its_successors_lease()
    {
        var table = new FailingTable(_table);
        var former = (await Leases(table).TryAcquireAsync("x", CancellationToken.None))!;
        table.Failure = new TableException("The table is throttled.", isRetryable: true);
        _time.Advance(TimeSpan.FromSeconds(28));
        var successor = await AcquireAsync();
        table.Failure = null;

        Assert.False(await former.ReleaseAsync(CancellationToken.None));
        Assert.True(successor.IsHeld);
        Assert.Null(await _leases.TryAcquireAsync("x", CancellationToken.None));
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_knows_its_own_lease()
    {
        var table = new FailingTable(_table) { LosesReplies = 1 };

        var lease = await Leases(table).TryAcquireAsync("x", CancellationToken.None);

        Assert.Equal(1, lease!.Token);
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_late_renews_its_lease_before_somebody_else_can_have_it()
    {
        var table = new FailingTable(new SteppedTable(_table, new SlowReply(_time, TimeSpan.FromSeconds(22)))) { LosesReplies = 1 };
        var lease = (await Leases(table).TryAcquireAsync("x", CancellationToken.None))!;

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(lease.IsHeld);
        Assert.Null(await _leases.TryAcquireAsync("x", CancellationToken.None));
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_late_knows_when_its_lease_ends()
    {
        var table = new FailingTable(new SteppedTable(_table, new SlowReply(_time, TimeSpan.FromSeconds(10)))) { LosesReplies = 1 };
        var lease = (await Leases(table).TryAcquireAsync("x", CancellationToken.None))!;
        table.Failure = new TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(17));

        Assert.True(lease.Lost.IsCancellationRequested);
        Assert.Equal(2, (await AcquireAsync()).Token);
    }

    [Fact]
    public async Task Who_waits_has_the_lease_soon_after_its_release()
    {
        var first = await AcquireAsync();
        var waiting = _leases.AcquireAsync("x", TimeSpan.FromMinutes(5), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.False(waiting.IsCompleted);

        await first.DisposeAsync();
        for (var seconds = 0; seconds < 2 && !waiting.IsCompleted; seconds++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, (await waiting).Token);
    }

    [Fact]
    public async Task Patience_ends_with_an_error_that_says_when_to_come_again()
    {
        await AcquireAsync();

        var exception = await Assert.ThrowsAsync<LeaseHeldException>(() => _leases.AcquireAsync("x", TimeSpan.Zero, CancellationToken.None));

        Assert.Equal("Somebody else has the lease 'x'; it ends in 27 s unless it is renewed.", exception.Message);
        Assert.Equal(("x", 27), (exception.Name, (int)exception.RetryAfter.TotalSeconds));
    }

    [Fact]
    public async Task A_table_that_fails_until_patience_ends_is_no_lease_of_somebody_else()
    {
        var failure = new TableException("The table is throttled.", isRetryable: true) { MayHaveTakenEffect = false };
        var waiting = Leases(new FailingTable(_table) { Failure = failure }).AcquireAsync("x", TimeSpan.FromSeconds(5), CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Same(failure, await Assert.ThrowsAsync<TableException>(() => waiting));
    }

    [Fact]
    public async Task The_status_tells_owner_token_and_end()
    {
        Assert.Null(await _leases.FindAsync("x", CancellationToken.None));
        var lease = await AcquireAsync();

        var held = await _leases.FindAsync("x", CancellationToken.None);
        await lease.DisposeAsync();
        var free = await _leases.FindAsync("x", CancellationToken.None);

        Assert.NotNull(held!.Owner);
        Assert.Equal((1, _time.GetUtcNow() + TimeSpan.FromSeconds(27)), (held.Token, held.ExpiresAt));
        Assert.Equal(new LeaseStatus("x", null, null, 1), free);
    }

    [Fact]
    public async Task A_check_holds_until_another_owner_comes()
    {
        var former = await AcquireAsync();
        var write = new TableUpdate(new("item", "1")).Set("token", former.Token);
        Assert.True((await _table.TransactAsync([write, former.Check()], null, CancellationToken.None)).Committed);

        await former.DisposeAsync();
        await AcquireAsync();

        Assert.False((await _table.TransactAsync([write, former.Check()], null, CancellationToken.None)).Committed);
    }

    [Fact]
    public void There_are_defaults()
    {
        var options = new LeaseOptions();

        Assert.Equal("leases", options.Name);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Duration);
        Assert.Equal(TimeSpan.FromSeconds(1), options.PollInterval);
        Assert.Same(TimeProvider.System, options.Time);
    }

    [Fact]
    public void Mistakes_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new LeaseStore(_table, new LeaseOptions
        {
            Name = "a/b",
            Duration = TimeSpan.Zero,
            PollInterval = TimeSpan.Zero,
            Time = null!,
        }));

        Assert.Equal(
            "LeaseOptions: Name must have 1 to 100 characters and no '/', but is 'a/b'. Duration must be at least 00:00:01, but is 00:00:00. "
            + "PollInterval must be more than zero, but is 00:00:00. Time must not be null.",
            exception.Message);
    }

    private LeaseStore Leases(ITable table) => new(table, new LeaseOptions { Time = _time });

    private async Task<Lease> AcquireAsync() => (await _leases.TryAcquireAsync("x", CancellationToken.None))!;
}
