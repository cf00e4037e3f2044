namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Gives way to others before each call, so that those who want the same row at the same time meet.</summary>
internal sealed class SlowTable(ITable table) : ITable
{
    public string Name => table.Name;

    public async ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await table.GetAsync(key, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await table.GetManyAsync(keys, cancellationToken);
    }

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => table.WriteAsync(write, cancellationToken);

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.WriteManyAsync(writes, cancellationToken);

    public async ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return await table.TransactAsync([.. writes.Select(write => write.Table is SlowTable ? write with { Table = null } : write)], token, cancellationToken);
    }

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => table.QueryAsync(query, cancellationToken);
}
