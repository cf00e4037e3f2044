using Patterns.Tables;

namespace Patterns.Chains.Tests;

/// <summary>A table whose writes fail while a test wants them to, or take effect without a reply.</summary>
internal sealed class FailingTable(ITable table) : ITable
{
    public string Name => table.Name;

    public TableException? Failure { get; set; }

    public int LosesReplies { get; set; }

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => table.GetAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        table.GetManyAsync(keys, cancellationToken);

    public async ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) =>
        Reply(await table.WriteAsync(Checked(write), cancellationToken));

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.WriteManyAsync(writes, cancellationToken);

    public async ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        Reply(await table.TransactAsync([.. writes.Select(Checked)], token, cancellationToken));

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => table.QueryAsync(query, cancellationToken);

    private TableWrite Checked(TableWrite write) => Failure is null
        ? ReferenceEquals(write.Table, this) ? write with { Table = table } : write
        : throw Failure;

    private TResult Reply<TResult>(TResult result) => LosesReplies-- > 0
        ? throw new TableException("The connection broke.", isRetryable: true)
        : result;
}
