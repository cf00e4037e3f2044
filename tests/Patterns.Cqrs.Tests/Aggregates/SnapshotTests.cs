using Patterns.Limits;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class SnapshotTests
{
    private static readonly TableKey Key = new("aggregate#account#a", "snapshot#balance");
    private readonly Bank _bank = new() { SnapshotEvery = 3 };

    [Fact]
    public async Task A_snapshot_is_written_after_so_many_events_and_only_later_ones_are_read()
    {
        await _bank.DepositAsync("a", 1, 2);
        Assert.Null(await SnapshotAsync());

        await _bank.DepositAsync("a", 3, 4);

        Assert.Equal(3, (await SnapshotAsync())!["version"]!.GetInt64());
        var table = new WatchedTable(_bank.Table);
        var loaded = await _bank.On(table).LoadAsync("a", default);
        Assert.Equal(new Aggregate<AccountState>("a", 4, new(10, 4)), loaded);
        Assert.Equal(["get", "query from event#0000000000000000004"], table.Calls);
    }

    [Fact]
    public async Task A_command_with_many_events_leads_to_one_snapshot()
    {
        await _bank.Accounts().HandleAsync("a", new("c", 1, 2, 3, 4, 5, 6, 7), null, default);

        Assert.Equal(7, (await SnapshotAsync())!["version"]!.GetInt64());
        Assert.Equal(28, (await _bank.Accounts().LoadAsync("a", default)).State.Balance);
    }

    [Fact]
    public async Task A_decision_whose_writes_are_enlisted_leads_to_a_snapshot_of_what_was_there_before_it()
    {
        await _bank.Events().AppendAsync("a", 0, [new AccountEvent.Deposited("x", 1), new AccountEvent.Deposited("x", 2), new AccountEvent.Deposited("x", 3)], null, default);

        await _bank.Accounts().DecideAsync("a", new("c", 4), null, default);

        Assert.Equal(3, (await SnapshotAsync())!["version"]!.GetInt64());
    }

    [Fact]
    public async Task A_snapshot_of_another_schema_is_not_used_and_is_replaced()
    {
        await _bank.DepositAsync("a", 1, 2, 3);
        await _bank.Table.WriteAsync(new TableUpdate(Key).Set("data", """{"Balance":999,"Movements":3}"""), default);
        var store = new AggregateStore<AccountState, AccountCommand, AccountEvent>(_bank.Events(), Bank.Rules, new() { Snapshots = new(AccountJson.Default.AccountState) { Name = "balance", Every = 3, Schema = 2 } });

        Assert.Equal(999, (await _bank.Accounts().LoadAsync("a", default)).State.Balance);
        Assert.Equal(6, (await store.LoadAsync("a", default)).State.Balance);
        await store.HandleAsync("a", new("c", 4), null, default);

        var snapshot = await SnapshotAsync();
        Assert.Equal((2, 4), (snapshot!["schema"]!.GetInt64(), snapshot["version"]!.GetInt64()));
        Assert.Equal(10, (await _bank.Accounts().LoadAsync("a", default)).State.Balance);
    }

    [Theory]
    [InlineData("""{"Balance":"a lot"}""")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task A_snapshot_that_cannot_be_read_is_not_used(string data)
    {
        await _bank.DepositAsync("a", 1, 2, 3);
        await _bank.Table.WriteAsync(new TableUpdate(Key).Set("data", data), default);

        Assert.Equal(new AccountState(6, 3), (await _bank.Accounts().LoadAsync("a", default)).State);
    }

    [Fact]
    public async Task An_older_snapshot_that_comes_late_does_not_replace_a_newer_one()
    {
        var table = new WatchedTable(_bank.Table)
        {
            Before = async name => await (name == "write" ? _bank.Accounts().HandleAsync("a", new("later", 4, 5, 6), null, default).AsTask() : Task.CompletedTask),
        };

        await _bank.On(table).HandleAsync("a", new("c", 1, 2, 3), null, default);

        Assert.Equal(6, (await SnapshotAsync())!["version"]!.GetInt64());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_snapshot_that_cannot_be_written_fails_nothing(bool isCancelled)
    {
        var table = new WatchedTable(_bank.Table)
        {
            Before = name => name == "write" ? throw (isCancelled ? new OperationCanceledException() : new TableException("down", isRetryable: true)) : default,
        };

        var decision = await _bank.On(table).HandleAsync("a", new("c", 1, 2, 3), null, default);

        Assert.Equal(3, decision.After.Version);
        Assert.Null(await SnapshotAsync());
        Assert.Equal(6, (await _bank.Accounts().LoadAsync("a", default)).State.Balance);
    }

    [Fact]
    public async Task Stores_with_states_of_their_own_over_the_same_events_have_snapshots_of_their_own()
    {
        var largest = new AggregateStore<AccountState, AccountCommand, AccountEvent>(
            _bank.Events(),
            new LargestMovement(),
            new() { Snapshots = new(AccountJson.Default.AccountState) { Name = "largest", Every = 3 } });
        await _bank.DepositAsync("a", 5, 7);

        await largest.HandleAsync("a", new("c", 6), null, default);
        await _bank.DepositAsync("a", 1, 2);

        Assert.Equal(new AccountState(21, 5), (await _bank.Accounts().LoadAsync("a", default)).State);
        Assert.Equal(new AccountState(7, 5), (await largest.LoadAsync("a", default)).State);
        Assert.Equal(
            ["snapshot#balance", "snapshot#largest"],
            _bank.Table.Items.Where(item => item["cqrsItem"] == "snapshot").Select(item => item.Key.Sort).Order());
    }

    [Fact]
    public void A_snapshot_needs_a_name()
    {
        foreach (var name in new[] { null, "", new string('n', 201) })
        {
            var failure = Assert.Throws<OptionsException>(() => new AggregateStore<AccountState, AccountCommand, AccountEvent>(
                _bank.Events(),
                Bank.Rules,
                new() { Snapshots = new(AccountJson.Default.AccountState) { Name = name! } }));
            Assert.Equal($"AggregateStoreOptions: Name must have 1 to 200 characters, but is '{name}'.", failure.Message);
        }
    }

    [Fact]
    public async Task A_state_that_does_not_fit_into_an_item_has_no_snapshot()
    {
        var events = new EventStore<string>(_bank.Table, "note", new EventTypes<string>().With("noted", TextJson.Default.String));
        var store = new AggregateStore<string, string, string>(events, new Notes(), new() { Snapshots = new(TextJson.Default.String) { Name = "text", Every = 1 } });
        var half = new string('n', ServiceLimits.DynamoDbItemBytes / 2);

        await store.HandleAsync("n", half, null, default);
        await store.HandleAsync("n", half, null, default);

        var item = await _bank.Table.GetAsync(new TableKey("aggregate#note#n", "snapshot#text"), default);
        Assert.Equal(1, item!["version"]!.GetInt64());
        Assert.Equal(half + half, (await store.LoadAsync("n", default)).State);
    }

    [Fact]
    public async Task A_state_that_JSON_cannot_hold_has_no_snapshot_and_fails_nothing()
    {
        var events = new EventStore<string>(_bank.Table, "average", new EventTypes<string>().With("noted", TextJson.Default.String));
        var store = new AggregateStore<double, string, string>(events, new Averages(), new() { Snapshots = new(TextJson.Default.Double) { Name = "average", Every = 1 } });

        await store.HandleAsync("n", "one", null, default);
        var second = await store.HandleAsync("n", "two", null, default);

        Assert.Equal(2, second.After.Version);
        Assert.Null(await _bank.Table.GetAsync(new TableKey("aggregate#average#n", "snapshot#average"), default));
    }

    [Fact]
    public void Snapshots_have_their_defaults()
    {
        var options = new SnapshotOptions<AccountState>(AccountJson.Default.AccountState) { Name = "balance" };

        Assert.Equal((100, 1), (options.Every, options.Schema));
    }

    private async Task<TableItem?> SnapshotAsync() => await _bank.Table.GetAsync(Key, default);

    private sealed class Notes : Decider<string, string, string>
    {
        public override string Initial => "";

        public override IEnumerable<string> Decide(string state, string command) => [command];

        public override string Evolve(string state, string happened) => state + happened;
    }

    /// <summary>Keeps the largest amount where the rules of the bank keep the balance.</summary>
    private sealed class LargestMovement : Decider<AccountState, AccountCommand, AccountEvent>
    {
        public override AccountState Initial { get; } = new(0, 0);

        public override IEnumerable<AccountEvent> Decide(AccountState state, AccountCommand command) => [new AccountEvent.Deposited(command.Id, command.Amounts[0])];

        public override AccountState Evolve(AccountState state, AccountEvent happened) =>
            new(Math.Max(state.Balance, ((AccountEvent.Deposited)happened).Amount), state.Movements + 1);
    }

    private sealed class Averages : Decider<double, string, string>
    {
        public override double Initial => double.NaN;

        public override IEnumerable<string> Decide(double state, string command) => [command];

        public override double Evolve(double state, string happened) => state + 1;
    }
}
