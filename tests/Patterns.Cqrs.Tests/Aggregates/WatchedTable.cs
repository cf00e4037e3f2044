namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Has something happen before and after calls.</summary>
internal sealed class WatchedTable(ITable table) : ITable
{
    public string Name => table.Name;

    /// <summary>Called before a call with its name; throws to have it fail.</summary>
    public Func<string, ValueTask> Before { get; init; } = _ => default;

    /// <summary>Called before a transaction, with its token.</summary>
    public Func<CancellationToken, ValueTask> BeforeTransaction { get; init; } = _ => default;

    /// <summary>Called after a call took effect; throws to have its reply lost.</summary>
    public Func<string, ValueTask> After { get; init; } = _ => default;

    public List<string> Calls { get; } = [];

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => WatchAsync("get", () => table.GetAsync(key, cancellationToken));

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        WatchAsync("get many", () => table.GetManyAsync(keys, cancellationToken));

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => WatchAsync("write", () => table.WriteAsync(Inner(write), cancellationToken));

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.WriteManyAsync(writes, cancellationToken);

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        WatchAsync("transact", async () =>
        {
            await BeforeTransaction(cancellationToken);
            return await table.TransactAsync([.. writes.Select(Inner)], token, cancellationToken);
        });

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        Calls.Add($"query from {query.SortFrom}");
        return table.QueryAsync(query, cancellationToken);
    }

    private TableWrite Inner(TableWrite write) => ReferenceEquals(write.Table, this) ? write with { Table = table } : write;

    private async ValueTask<TResult> WatchAsync<TResult>(string name, Func<ValueTask<TResult>> call)
    {
        Calls.Add(name);
        await Before(name);
        var result = await call();
        await After(name);
        return result;
    }
}
