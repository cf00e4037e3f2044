using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

public sealed class LeasePoolTests
{
    private static readonly Dictionary<string, int> Floors = new() { ["orders"] = 2, ["reports"] = 1 };

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public LeasePoolTests() => _table = new InMemoryTable("pools", _time);

    [Fact]
    public async Task There_are_as_many_leases_as_the_pool_has_and_one_given_back_is_free()
    {
        var pool = Pool("orders");
        var leases = await TakeAllAsync(pool);

        Assert.Equal([0, 1, 2, 3, 4], leases.Select(lease => lease.Slot).Order());
        Assert.True(await leases[3].ReleaseAsync(CancellationToken.None));
        Assert.False(await leases[3].ReleaseAsync(CancellationToken.None));
        var again = Assert.Single(await TakeAllAsync(pool));

        Assert.Equal((leases[3].Slot, 2), (again.Slot, again.Token));
        Assert.False(leases[3].IsHeld);
    }

    [Fact]
    public async Task A_function_takes_its_own_first_then_what_is_nobodys_then_what_others_leave_idle()
    {
        var leases = await TakeAllAsync(Pool("orders"));

        Assert.Equal([0, 1], leases.Take(2).Select(lease => lease.Slot).Order());
        Assert.Equal([3, 4], leases.Skip(2).Take(2).Select(lease => lease.Slot).Order());
        Assert.Equal((2, true), (leases[4].Slot, leases[4].IsBorrowed));
        Assert.DoesNotContain(leases.Take(4), lease => lease.IsBorrowed);
    }

    [Fact]
    public async Task A_function_without_a_floor_has_what_others_leave()
    {
        await TakeAllAsync(Pool("orders"), most: 3);

        Assert.Equal(2, (await TakeAllAsync(Pool("mails"))).Count);
    }

    [Fact]
    public async Task A_holder_that_lives_keeps_its_lease()
    {
        var leases = await TakeAllAsync(Pool("orders"));

        _time.Advance(TimeSpan.FromHours(1));

        Assert.All(leases, lease => Assert.True(lease.IsHeld));
        Assert.Null(await Pool("reports").TryAcquireAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Slots_that_were_lent_are_back_after_one_duration_when_their_function_waits_for_them()
    {
        var borrower = await TakeAllAsync(Pool("mails"));
        var waiting = Enumerable.Range(0, 3).Select(_ => Pool("orders").AcquireAsync(TimeSpan.FromHours(1), CancellationToken.None)).ToArray();

        _time.Advance(TimeSpan.FromSeconds(26.9));
        Assert.All(borrower, lease => Assert.True(lease.IsHeld));
        Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal(2, waiting.Count(request => request.IsCompletedSuccessfully));
        Assert.Equal([0, 1], waiting.Where(request => request.IsCompleted).Select(request => request.Result.Slot).Order());
        Assert.Equal([0, 1], borrower.Where(lease => lease.Lost.IsCancellationRequested).Select(lease => lease.Slot).Order());
        Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(2, waiting.Count(request => request.IsCompleted));
    }

    [Fact]
    public async Task A_borrower_that_ends_earlier_gives_its_slot_to_the_function_that_waits_and_to_nobody_else()
    {
        var borrower = await TakeAllAsync(Pool("mails"));
        var waiting = Pool("reports").AcquireAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Advance(TimeSpan.FromSeconds(1));

        await borrower.Single(lease => lease.Slot == 2).DisposeAsync();
        Assert.Null(await Pool("mails").TryAcquireAsync(CancellationToken.None));
        Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await waiting).Slot);
    }

    [Fact]
    public async Task A_slot_is_lent_again_when_its_function_has_ceased_to_wait()
    {
        var borrower = await TakeAllAsync(Pool("mails"));
        var patience = TimeSpan.FromSeconds(1);
        var waiting = Pool("reports").AcquireAsync(patience, CancellationToken.None);
        Advance(patience);
        await Assert.ThrowsAsync<LeasePoolExhaustedException>(() => waiting);

        Advance(TimeSpan.FromHours(1));

        Assert.All(borrower, lease => Assert.True(lease.IsHeld));
        Assert.DoesNotContain(await Pool("mails").ReadAsync(CancellationToken.None), slot => slot.IsWanted);
    }

    [Fact]
    public async Task No_more_slots_come_back_than_are_waited_for()
    {
        var borrower = await TakeAllAsync(Pool("mails"));
        var waiting = Pool("orders").AcquireAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Advance(TimeSpan.FromMinutes(5));

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Single(borrower, lease => !lease.IsHeld);
    }

    [Fact]
    public async Task Requests_that_ask_at_the_same_moment_do_not_both_rely_on_the_same_slot()
    {
        await TakeAllAsync(Pool("mails"));
        var waiting = Enumerable.Range(0, 2).Select(_ => Distant("orders").AcquireAsync(TimeSpan.FromHours(1), CancellationToken.None)).ToArray();

        Advance(TimeSpan.FromSeconds(31));

        Assert.All(waiting, request => Assert.True(request.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task What_a_dead_holder_had_is_free_after_one_duration()
    {
        var process = new SimulatedProcess(_time, new Random(1));
        await TakeAllAsync(Pool("orders", time: process));
        _time.Advance(TimeSpan.FromSeconds(20));
        process.Crash();

        _time.Advance(TimeSpan.FromSeconds(29.999));
        Assert.Null(await Pool("reports").TryAcquireAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal(5, (await TakeAllAsync(Pool("reports"))).Count);
    }

    [Fact]
    public async Task A_lease_that_cannot_be_renewed_is_lost_a_tenth_before_it_is_free()
    {
        var table = new FailingTable(_table);
        var lease = (await Pool("orders", table).TryAcquireAsync(CancellationToken.None))!;
        table.Failure = new TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(26.9));
        Assert.True(lease.IsHeld);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(lease.Lost.IsCancellationRequested);
        Assert.Equal(4, (await TakeAllAsync(Pool("reports"))).Count);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(await TakeAllAsync(Pool("reports")));
    }

    [Fact]
    public async Task A_former_holder_can_neither_renew_nor_release_its_successors_lease()
    {
        var process = new SimulatedProcess(_time, new Random(1));
        var former = (await Pool("orders", time: process, size: 1).TryAcquireAsync(CancellationToken.None))!;
        process.Freeze(TimeSpan.FromSeconds(35));
        _time.Advance(TimeSpan.FromSeconds(30));
        var successor = (await Pool("orders", size: 1).TryAcquireAsync(CancellationToken.None))!;
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(former.Lost.IsCancellationRequested);
        Assert.False(await former.ReleaseAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(successor.IsHeld);
        Assert.Null(await Pool("orders", size: 1).TryAcquireAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_knows_its_own_lease()
    {
        var lease = await Pool("orders", new FailingTable(_table) { LosesReplies = 1 }).TryAcquireAsync(CancellationToken.None);

        Assert.Equal(1, lease!.Token);
        Assert.Single(await Pool("orders").ReadAsync(CancellationToken.None), slot => slot.Holder is not null);
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_late_renews_its_lease_before_somebody_else_can_have_it()
    {
        var lease = (await Pool("orders", LosesReplyAfter(TimeSpan.FromSeconds(25)), size: 1).TryAcquireAsync(CancellationToken.None))!;

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(lease.IsHeld);
        Assert.Null(await Pool("reports", size: 1).TryAcquireAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_attempt_whose_reply_was_lost_late_knows_when_its_lease_ends()
    {
        var table = LosesReplyAfter(TimeSpan.FromSeconds(10));
        var lease = (await Pool("orders", table, size: 1).TryAcquireAsync(CancellationToken.None))!;
        table.Failure = new TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(16.9));
        Assert.True(lease.IsHeld);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lease_that_may_have_been_taken_without_a_reply_is_given_back()
    {
        await Assert.ThrowsAsync<TableException>(() => Pool("orders", new FailingTable(_table) { LosesReplies = 2 }).TryAcquireAsync(CancellationToken.None));

        Assert.DoesNotContain(await Pool("orders").ReadAsync(CancellationToken.None), slot => slot.Holder is not null);
    }

    [Fact]
    public async Task A_lease_that_was_taken_by_a_request_that_was_cancelled_is_given_back()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => Pool("orders", new SteppedTable(_table, new CancelledReply())).TryAcquireAsync(CancellationToken.None));

        Assert.DoesNotContain(await Pool("orders").ReadAsync(CancellationToken.None), slot => slot.Holder is not null);
    }

    [Fact]
    public async Task A_slot_that_was_given_back_rests()
    {
        var pool = Pool("orders", size: 1, rest: TimeSpan.FromMilliseconds(100));
        await (await pool.TryAcquireAsync(CancellationToken.None))!.DisposeAsync();

        Assert.Null(await pool.TryAcquireAsync(CancellationToken.None));
        Assert.Null(Assert.Single(await pool.ReadAsync(CancellationToken.None)).Holder);
        _time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.NotNull(await pool.TryAcquireAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Patience_ends_with_an_error_that_says_when_to_come_again()
    {
        await TakeAllAsync(Pool("orders"));

        var exception = await Assert.ThrowsAsync<LeasePoolExhaustedException>(() => Pool("reports").AcquireAsync(TimeSpan.Zero, CancellationToken.None));

        Assert.Equal("All 5 leases of the pool 'db' that 'reports' may have are taken; the first of them ends in 30 s unless it is renewed.", exception.Message);
        Assert.Equal(("db", "reports", TimeSpan.FromSeconds(30)), (exception.Pool, exception.Function, exception.RetryAfter));
    }

    [Fact]
    public async Task A_table_that_is_throttled_for_a_while_only_takes_time()
    {
        var table = new FailingTable(_table) { Failure = new TableException("The table is throttled.", isRetryable: true) { MayHaveTakenEffect = false } };
        var waiting = Pool("orders", table).AcquireAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(3));

        table.Failure = null;
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await waiting).IsHeld);
    }

    [Fact]
    public async Task A_table_that_fails_until_patience_ends_is_no_pool_without_a_free_lease()
    {
        var failure = new TableException("The table is throttled.", isRetryable: true) { MayHaveTakenEffect = false };
        var waiting = Pool("orders", new FailingTable(_table) { Failure = failure }).AcquireAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

        Advance(TimeSpan.FromSeconds(2));

        Assert.Same(failure, await Assert.ThrowsAsync<TableException>(() => waiting));
    }

    [Fact]
    public async Task The_status_tells_whose_each_slot_is_and_who_has_it()
    {
        await TakeAllAsync(Pool("orders"), most: 1);

        var slots = await Pool("mails").ReadAsync(CancellationToken.None);

        Assert.Equal(["orders", "orders", "reports", null, null], slots.Select(slot => slot.Function));
        var held = Assert.Single(slots, slot => slot.Holder is not null);
        Assert.Equal(("orders", _time.GetUtcNow() + TimeSpan.FromSeconds(30), false), (held.Holder, held.ExpiresAt, held.IsWanted));
    }

    [Fact]
    public async Task Functions_that_know_another_size_or_other_floors_never_have_more_than_the_greatest_size()
    {
        var one = await TakeAllAsync(new LeasePool(_table, new LeasePoolOptions { Name = "db", Size = 5, Function = "a", Floors = new Dictionary<string, int> { ["a"] = 5 }, Time = _time }));
        var other = await TakeAllAsync(new LeasePool(_table, new LeasePoolOptions { Name = "db", Size = 6, Function = "b", Floors = new Dictionary<string, int> { ["b"] = 6 }, Time = _time }));

        Assert.Equal((5, 1), (one.Count, other.Count));
    }

    [Fact]
    public async Task A_pool_of_many_leases_is_in_several_items_none_of_which_is_large()
    {
        var leases = await TakeAllAsync(new LeasePool(_table, new LeasePoolOptions { Name = "db", Size = 100, Function = "orders", Time = _time }));

        Assert.Equal(100, leases.Select(lease => lease.Slot).Distinct().Count());
        Assert.Equal(7, _table.Items.Count);
        Assert.All(_table.Items, item => Assert.InRange(item.Attributes.Sum(attribute => attribute.Key.Length + attribute.Value.GetSize()), 1, 1000));
    }

    [Fact]
    public void There_are_defaults()
    {
        var options = new LeasePoolOptions { Size = 1, Function = "a" };

        Assert.Equal("pool", options.Name);
        Assert.Empty(options.Floors);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Duration);
        Assert.Equal(TimeSpan.FromMilliseconds(250), options.PollInterval);
        Assert.Equal(TimeSpan.FromMilliseconds(100), new LeasePoolOptions { Size = 1, Function = "a", Duration = TimeSpan.FromSeconds(1) }.PollInterval);
        Assert.Equal(TimeSpan.Zero, options.Rest);
        Assert.Same(TimeProvider.System, options.Time);
    }

    [Fact]
    public void Mistakes_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new LeasePool(_table, new LeasePoolOptions
        {
            Name = "a/b",
            Size = 2,
            Function = "",
            Floors = new Dictionary<string, int> { ["a"] = 4, ["b"] = -1 },
            Duration = TimeSpan.FromMilliseconds(10),
            PollInterval = TimeSpan.FromMilliseconds(2),
            Rest = TimeSpan.FromMilliseconds(10),
            Time = null!,
        }));

        Assert.Equal(
            "LeasePoolOptions: Name must have 1 to 100 characters and no '/', but is 'a/b'. Function must have 1 to 40 characters and no '/', but is ''. "
            + "Floors must not be negative. Floors must not be more than Size together, but are 3. Duration must be at least 00:00:01, but is 00:00:00.0100000. "
            + "PollInterval must be more than zero and at most a tenth of Duration, but is 00:00:00.0020000. Rest must be from zero to less than Duration, but is 00:00:00.0100000. "
            + "Time must not be null.",
            exception.Message);
    }

    private static async Task<List<PoolLease>> TakeAllAsync(LeasePool pool, int most = int.MaxValue)
    {
        var leases = new List<PoolLease>();
        while (leases.Count < most && await pool.TryAcquireAsync(CancellationToken.None) is { } lease)
        {
            leases.Add(lease);
        }

        return leases;
    }

    /// <summary>Its requests and replies take time, so that those of others come in between, and what is random is always the same.</summary>
    private LeasePool Distant(string function) => new(new SteppedTable(_table, new SimulatedProcess(_time, new Random(1))), new LeasePoolOptions
    {
        Name = "db",
        Size = 5,
        Function = function,
        Floors = Floors,
        Time = _time,
        Jitter = () => 0,
    });

    private LeasePool Pool(string function, ITable? table = null, TimeProvider? time = null, int size = 5, TimeSpan rest = default) => new(table ?? _table, new LeasePoolOptions
    {
        Name = "db",
        Size = size,
        Function = function,
        Floors = size == 5 ? Floors : new Dictionary<string, int>(),
        Rest = rest,
        Time = time ?? _time,
    });

    private FailingTable LosesReplyAfter(TimeSpan delay) => new(new SteppedTable(_table, new SlowReply(_time, delay))) { LosesReplies = 1 };

    /// <summary>In steps, so that those who wait look now and then.</summary>
    private void Advance(TimeSpan time)
    {
        for (var end = _time.GetUtcNow() + time; _time.GetUtcNow() < end;)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    private sealed class CancelledReply : IStepGate
    {
        private bool _hasCome;

        public ValueTask StepAsync(string name)
        {
            if (_hasCome || !name.StartsWith("after", StringComparison.Ordinal))
            {
                return ValueTask.CompletedTask;
            }

            _hasCome = true;
            throw new OperationCanceledException();
        }
    }
}
