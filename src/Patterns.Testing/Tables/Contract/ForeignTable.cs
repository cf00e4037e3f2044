using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A table of a store that no other table belongs to.</summary>
internal sealed class ForeignTable : ITable
{
    public string Name => "foreign";

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
