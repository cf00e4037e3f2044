using Patterns.Tables;

namespace Patterns.Benchmarks;

/// <summary>Takes every write and keeps none, so that what is measured is the code in front of the table.</summary>
internal sealed class WillingTable : ITable
{
    public string Name => "willing";

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new TableWriteResult(true, null));

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        ValueTask.FromResult(TableTransactionResult.Success);

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
