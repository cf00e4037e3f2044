namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Shows the rows of a partition as they were, as a read does that goes on while a transaction takes effect.</summary>
internal sealed class PartlyOldTable(ITable table, string partition, IReadOnlyDictionary<TableKey, TableItem> before) : ITable
{
    public string Name => table.Name;

    /// <summary>For how many reads.</summary>
    public int Reads { get; set; }

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => table.GetAsync(key, cancellationToken);

    public async ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        Reads > 0 && Reads-- > 0
            ? [.. (await table.GetManyAsync(keys, cancellationToken)).Select(item => item?["viewPartition"] == partition ? before.GetValueOrDefault(item!.Key) : item)]
            : await table.GetManyAsync(keys, cancellationToken);

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => table.QueryAsync(query, cancellationToken);
}
