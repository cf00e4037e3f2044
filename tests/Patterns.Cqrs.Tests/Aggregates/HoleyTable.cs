using System.Runtime.CompilerServices;

namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Its first queries do not see an item yet, as a query that goes on while a transaction takes effect.</summary>
internal sealed class HoleyTable(ITable table, int reads, string hidden) : ITable
{
    private int _reads;

    public string Name => table.Name;

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => table.GetAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hides = _reads++ < reads;
        await foreach (var item in table.QueryAsync(query, cancellationToken))
        {
            if (!hides || item.Key.Sort != hidden)
            {
                yield return item;
            }
        }
    }
}
