namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Accounts, and everything that outlives a process.</summary>
internal sealed class Bank
{
    public const string Type = "account";

    public Bank() => Table = new InMemoryTable("bank", Time);

    public static AccountDecider Rules { get; } = new();

    public static EventTypes<AccountEvent> Types { get; } = new EventTypes<AccountEvent>()
        .With("money.deposited", AccountJson.Default.Deposited)
        .With("money.withdrawn", AccountJson.Default.Withdrawn);

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Table { get; }

    public int? SnapshotEvery { get; init; }

    public int MaxAttempts { get; init; } = 5;

    /// <summary>What a process of its own has.</summary>
    public AggregateStore<AccountState, AccountCommand, AccountEvent> Accounts(IStepGate? gate = null) => On(gate is null ? Table : new SteppedTable(Table, gate));

    public AggregateStore<AccountState, AccountCommand, AccountEvent> On(ITable table) => new(Events(table), Rules, new()
    {
        Snapshots = SnapshotEvery is { } every ? new(AccountJson.Default.AccountState) { Name = "balance", Every = every } : null,
        MaxAttempts = MaxAttempts,
        RetryDelay = TimeSpan.Zero,
        Time = Time,
    });

    public EventStore<AccountEvent> Events(ITable? table = null) => new(table ?? Table, Type, Types, new() { Time = Time });

    public async Task<List<StoredEvent<AccountEvent>>> HistoryAsync(string account, long after = 0) =>
        await Events().ReadAsync(account, after, default).ToListAsync();

    public async Task<List<string>> ListAsync() => await Events().ListAsync(default).ToListAsync();

    public async Task DepositAsync(string account, params long[] amounts)
    {
        foreach (var amount in amounts)
        {
            await Accounts().HandleAsync(account, new AccountCommand($"{account}-{amount}", amount), null, default);
        }
    }

    /// <summary>The events that the table's stream has told of, and how many records it had.</summary>
    public async Task<(List<StoredEvent<AccountEvent>> Events, int Records)> TakeChangesAsync()
    {
        var handler = new AccountChanges();
        var changes = Table.TakeChanges();
        foreach (var batch in changes.Chunk(10))
        {
            var reply = await handler.FunctionHandler(Testing.Events.DynamoDb(batch), new FakeLambdaContext());
            Assert.Empty(reply.FailedIds());
        }

        return ([.. handler.Seen], changes.Count);
    }
}
