using Patterns.Tables;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class KeyedSweepTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private readonly KeyedRig _rig = new();

    [Fact]
    public async Task A_session_that_no_record_ends_is_closed_when_it_is_over_by_the_clock_and_its_key_is_idle()
    {
        await RunAtAsync(5, "a 0", "a 5");
        _rig.Time.Advance(TimeSpan.FromMinutes(10) + Idle - TimeSpan.FromTicks(1));
        Assert.Equal(0, await SweepAsync());

        _rig.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await SweepAsync());

        Assert.Equal(["a 0-15: 0,5"], _rig.Seen);
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task A_key_that_has_records_is_left_alone_and_looked_at_again_later()
    {
        await RunAtAsync(0, "a 0");
        await RunAtAsync(9, "a 9");
        await RunAtAsync(18, "a 18");
        _rig.Time.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(0, await SweepAsync());

        _rig.Time.Advance(TimeSpan.FromMinutes(17));
        Assert.Equal(1, await SweepAsync());

        Assert.Equal(["a 0-28: 0,18,9"], _rig.Seen);
    }

    [Fact]
    public async Task Records_of_an_old_backlog_are_not_cut_off_by_a_sweep()
    {
        _rig.Time.Advance(TimeSpan.FromDays(2));
        await _rig.RunAsync("a 0");
        _rig.Time.Advance(TimeSpan.FromMinutes(14));
        await _rig.RunAsync("a 9");
        _rig.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(["a 0-28: 0,18,9"], await _rig.RunAsync("a 18", "a 60"));
    }

    [Fact]
    public async Task A_record_of_a_session_that_a_sweep_closed_is_late()
    {
        _rig.LatePolicy = LateRecords.Send;
        await RunAtAsync(0, "a 0", "a 5");
        _rig.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        await _rig.RunAsync("a 3", "a 20");

        Assert.Equal(["a 0-15: 0,5"], _rig.Seen);
        Assert.Single(_rig.Late.Received);
    }

    [Fact]
    public async Task A_sweep_reads_what_is_due_and_no_other_key()
    {
        _rig.ClosesByShard = false;
        await RunAtAsync(0, [.. Enumerable.Range(0, 200).Select(user => $"u{user} 0")]);
        await RunAtAsync(30, "late 30");
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        var calls = new CountedTable(_rig.Table);

        Assert.Equal(200, await _rig.Sessions(calls).SweepAsync(default));
        Assert.Equal(0, await _rig.Sessions(calls).SweepAsync(default));

        Assert.DoesNotContain("late", calls.Keys);
        Assert.Equal(200, calls.Keys.Count);
        Assert.Equal(32, calls.Queries);
    }

    [Fact]
    public async Task Nothing_stays_in_the_table_that_does_not_expire()
    {
        await RunAtAsync(0, "a 0", "b 0", "a 30", "b 30");
        _rig.Time.Advance(TimeSpan.FromHours(2));
        await SweepAsync();
        _rig.Time.Advance(TimeSpan.FromHours(2));
        await SweepAsync();

        await RunAtAsync(300, "c 300");
        _rig.Time.Advance(TimeSpan.FromHours(2));
        await SweepAsync();

        Assert.All(_rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
        Assert.Equal(5, _rig.Table.Items.Count);
    }

    [Fact]
    public async Task A_key_that_fails_keeps_no_other_from_being_closed_and_is_named()
    {
        await RunAtAsync(0, "a 0", "b 0", "c 0");
        _rig.Time.Advance(TimeSpan.FromHours(1));
        var broken = true;
        _rig.Closing = window => _ = broken && window.Key == "b" ? throw new InvalidOperationException("no") : window;

        var error = await Assert.ThrowsAsync<WindowSweepException>(SweepAsync);

        Assert.Equal(["b"], error.Keys);
        Assert.StartsWith("The windows of 1 keys are due and could not be closed: b (The window ", error.Message);
        Assert.Equal(["a", "c"], _rig.Seen.Select(seen => seen[..1]).Order(StringComparer.Ordinal));
        broken = false;
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(3, _rig.Seen.Count);
    }

    [Fact]
    public async Task Results_that_were_written_and_not_sent_go_out_by_the_sweep_when_the_records_do_not_come_again()
    {
        var down = true;
        _rig.Results.Refuse = envelope => down ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null;
        _rig.Put("a 0", "a 30");
        await _rig.Mapping.StepAsync();
        Assert.Empty(_rig.Results.Received);
        down = false;

        _rig.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal(["a 0-10: 0", "a 30-40: 30"], _rig.Seen);
    }

    [Fact]
    public async Task A_record_from_the_future_does_not_keep_the_sweep_from_closing_the_sessions_of_its_key()
    {
        _rig.ClosesByShard = false;
        _rig.Lead = TimeSpan.FromMinutes(5);
        await _rig.RunAsync("a 999999");
        await _rig.RunAsync("a 1");
        _rig.Time.Advance(TimeSpan.FromMinutes(1 + 10) + Idle);

        Assert.Equal(1, await SweepAsync());

        Assert.Equal(["a 1-11: 1"], _rig.Seen);
    }

    [Fact]
    public async Task Results_that_were_not_sent_do_not_wait_for_the_end_of_an_open_session_that_is_far_off()
    {
        _rig.Gap = TimeSpan.FromDays(30);
        _rig.Lead = TimeSpan.FromDays(100);
        var down = true;
        _rig.Results.Refuse = envelope => down ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null;
        _rig.Put("a 0");
        _rig.Put("a", "next", TimeSpan.FromDays(40).TotalMinutes);
        await _rig.Mapping.StepAsync();
        down = false;

        _rig.Time.Advance(Idle);
        await SweepAsync();

        Assert.Equal(["a 0-43200: 0"], _rig.Seen);
        _rig.Time.Advance(TimeSpan.FromDays(71));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(2, _rig.Seen.Count);
    }

    [Fact]
    public async Task A_mark_by_watermark_lives_until_it_is_due()
    {
        _rig.Gap = TimeSpan.FromDays(30);
        _rig.Lead = TimeSpan.FromDays(100);
        await _rig.RunAsync("a 0");
        _rig.Time.Advance(TimeSpan.FromDays(30));
        _rig.Table.RemoveExpired();

        await RunAtAsync(TimeSpan.FromDays(30).TotalMinutes, FormattableString.Invariant($"b {TimeSpan.FromDays(30).TotalMinutes}"));

        Assert.Equal(["a 0-43200: 0"], _rig.Seen);
    }

    [Fact]
    public async Task The_handler_of_a_schedule_says_how_many_windows_it_closed()
    {
        await RunAtAsync(0, "a 0", "b 0");
        _rig.Time.Advance(TimeSpan.FromHours(1));

        var reply = await _rig.Sessions().SweepHandler(Stream.Null, _rig.Context());

        Assert.Equal("""{"closed":2}""", await new StreamReader(reply).ReadToEndAsync());
    }

    [Fact]
    public async Task A_sweep_whose_time_is_over_leaves_the_rest_to_the_next_one()
    {
        await RunAtAsync(0, "a 0");
        _rig.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await _rig.Sessions().SweepAsync(new CancellationToken(canceled: true)));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task A_sweep_whose_time_is_over_names_the_keys_that_failed_before_that()
    {
        await RunAtAsync(0, "a 0", "b 0", "c 0");
        _rig.Time.Advance(TimeSpan.FromHours(1));
        using var deadline = new CancellationTokenSource();
        _rig.Closing = window =>
        {
            if (window.Key == "b")
            {
                deadline.Cancel();
                throw new InvalidOperationException("no");
            }
        };

        var error = await Assert.ThrowsAsync<WindowSweepException>(() => _rig.Sessions().SweepAsync(deadline.Token));

        Assert.Equal(["b"], error.Keys);
        _rig.Closing = _ => { };
        await SweepAsync();
        Assert.Equal(["a 0-10: 0", "b 0-10: 0", "c 0-10: 0"], _rig.Seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_mark_of_a_slow_invocation_is_there_when_its_state_relies_on_it()
    {
        var slow = new SlowTable(_rig.Table, async () =>
        {
            _rig.Time.Advance(TimeSpan.FromMinutes(1 + 10) + Idle);
            Assert.Equal(0, await SweepAsync());
        });
        _rig.Put("a 0");
        await _rig.Sessions(slow).FunctionHandler(Events.Kinesis(_rig.Stream.Records), new FakeLambdaContext(TimeSpan.FromHours(1), _rig.Time));
        _rig.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await SweepAsync());

        Assert.Equal(["a 0-10: 0"], _rig.Seen);
        _rig.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        Assert.All(_rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
    }

    private Task<int> SweepAsync() => _rig.Sessions().SweepAsync(default);

    private async Task RunAtAsync(double minute, params string[] clicks)
    {
        var now = ClickJson.Start.AddMinutes(minute);
        _rig.Time.Advance(now > _rig.Time.GetUtcNow() ? now - _rig.Time.GetUtcNow() : TimeSpan.Zero);
        await _rig.RunAsync(clicks);
    }

    /// <summary>Something happens before the first write of a single item.</summary>
    private sealed class SlowTable(InMemoryTable table, Func<Task> meanwhile) : ITable
    {
        private Func<Task>? _meanwhile = meanwhile;

        public string Name => table.Name;

        public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => table.GetAsync(key, cancellationToken);

        public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
            table.GetManyAsync(keys, cancellationToken);

        public async ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _meanwhile, null) is { } first)
            {
                await first();
            }

            return await table.WriteAsync(write, cancellationToken);
        }

        public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.WriteManyAsync(writes, cancellationToken);

        public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
            table.TransactAsync(writes, token, cancellationToken);

        public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => table.QueryAsync(query, cancellationToken);
    }

    /// <summary>Says of which keys the states were read, and how many queries there were.</summary>
    private sealed class CountedTable(InMemoryTable table) : ITable
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public int Queries { get; private set; }

        public string Name => table.Name;

        public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
        {
            Keys.UnionWith(keys.Select(key => key.Partition.Split('/')[^1]));
            return table.GetManyAsync(keys, cancellationToken);
        }

        public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => table.WriteAsync(write, cancellationToken);

        public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.WriteManyAsync(writes, cancellationToken);

        public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
            table.TransactAsync(writes, token, cancellationToken);

        public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken)
        {
            Queries++;
            return table.QueryAsync(query, cancellationToken);
        }
    }
}
