using Patterns.Outbound;
using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Three views of the accounts of a bank, in a table of their own.</summary>
internal sealed class ViewsUnderTest
{
    public ViewsUnderTest() => Table = new InMemoryTable("views", Bank.Time);

    public Bank Bank { get; } = new() { MaxAttempts = 50 };

    public InMemoryTable Table { get; }

    public static ViewStore<AccountView> Balances(ITable table, TimeProvider? time = null) => new(table, "balances", AccountViewJson.Default.AccountView, time);

    public static ViewStore<AccountView> Totals(ITable table) => new(table, "totals", AccountViewJson.Default.AccountView);

    public static ViewStore<AccountView> Journal(ITable table) => new(table, "journal", AccountViewJson.Default.AccountView);

    /// <summary>What a process of its own has; with two versions while the views are rebuilt.</summary>
    public Projector<StoredEvent<AccountEvent>> Projector(IStepGate? gate = null, params int[] versions)
    {
        ITable views = gate is null ? Table : new SteppedTable(Table, gate);
        ITable events = gate is null ? Bank.Table : new SteppedTable(Bank.Table, gate);
        IEnumerable<ViewProjection<StoredEvent<AccountEvent>>> projections = (versions is [] ? [1] : versions).SelectMany(
            version => (ViewProjection<StoredEvent<AccountEvent>>[])[new BalanceProjection(views, version), new TotalProjection(views, version), new JournalProjection(views, version)]);
        return Projector(events, [.. projections]);
    }

    public Projector<StoredEvent<AccountEvent>> Projector(params ViewProjection<StoredEvent<AccountEvent>>[] projections) => Projector(Bank.Table, projections);

    /// <summary>Delivers changes as a stream would; the ids of those that are to come again.</summary>
    public static async Task<IReadOnlyList<string>> DeliverAsync<TChange>(Projector<TChange> projector, IReadOnlyList<TableRecord> records, IDestination? failures = null)
        where TChange : class
    {
        var handler = new Handler<TChange>(projector, new RecordHandlerOptions { PartitionKeyName = "pk", FailureDestination = failures });
        var reply = await handler.FunctionHandler(Events.DynamoDb(records), new FakeLambdaContext());
        return reply.FailedIds();
    }

    /// <summary>The views against the fold of each account's history, by code of the test's own.</summary>
    public async Task CheckAsync(int version)
    {
        var histories = new Dictionary<string, List<StoredEvent<AccountEvent>>>();
        foreach (var account in await Bank.ListAsync())
        {
            histories[account] = await Bank.HistoryAsync(account);
        }

        var movements = histories.ToDictionary(history => history.Key, history => history.Value.Select(stored => AmountOf.Event(stored.Event) * version).ToList());
        await CheckRowsAsync(Balances(Table), movements.ToDictionary(account => new ViewKey(account.Key), account => new AccountView(account.Value.Sum(), account.Value.Count)));
        var all = movements.Values.SelectMany(amounts => amounts).ToList();
        await CheckRowsAsync(Totals(Table), all.Count == 0 ? [] : new() { [new("all")] = new(all.Sum(), all.Count) });
        await CheckRowsAsync(Journal(Table), JournalOf(movements));
        foreach (var view in (ViewStore[])[Balances(Table), Totals(Table), Journal(Table)])
        {
            Assert.Equal(histories.Count == 0 ? await view.GetLiveVersionAsync(default) : version, await view.GetLiveVersionAsync(default));
            foreach (var (account, history) in histories)
            {
                Assert.Equal(history.Count, await view.GetPositionAsync(Bank.Type, account, default));
            }
        }
    }

    private Projector<StoredEvent<AccountEvent>> Projector(ITable events, IReadOnlyList<ViewProjection<StoredEvent<AccountEvent>>> projections) =>
        Cqrs.Projector.Of(Bank.Events(events), projections, new() { MaxParallelism = 1, MaxAttempts = 50, RetryDelay = TimeSpan.Zero, Time = Bank.Time });

    private static Dictionary<ViewKey, AccountView> JournalOf(Dictionary<string, List<long>> movements)
    {
        var rows = new Dictionary<ViewKey, AccountView>();
        foreach (var (account, amounts) in movements)
        {
            for (var index = 0; index < amounts.Count; index++)
            {
                rows[new($"of-{account}", $"{index + 1:D6}")] = new(amounts[index], index + 1);
            }

            if (amounts.Sum() is not 0 and var balance)
            {
                rows[new("rich", account)] = new(balance, amounts.Count);
            }
        }

        return rows;
    }

    private async Task CheckRowsAsync(ViewStore<AccountView> view, Dictionary<ViewKey, AccountView> expected)
    {
        var rows = await view.ListAsync(default).ToListAsync();
        Assert.Equal(Sorted(expected.Select(row => (row.Key, row.Value))), Sorted(rows.Select(row => (row.Key, row.Value))));

        // Nothing is there that the list of all rows does not have.
        var live = await view.GetLiveVersionAsync(default);
        Assert.Equal(expected.Count, Table.Items.Count(item => item["cqrsItem"] == "view-row" && item["view"] == view.Name && item["generation"] == live));
    }

    private static IEnumerable<string> Sorted(IEnumerable<(ViewKey Key, AccountView Value)> rows) => rows.Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal);

    private sealed class Handler<TChange>(Projector<TChange> projector, RecordHandlerOptions options) : ProjectionHandler<TChange>(projector, options)
        where TChange : class;
}
