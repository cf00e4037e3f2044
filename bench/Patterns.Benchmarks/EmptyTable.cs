using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.Benchmarks;

/// <summary>Has nothing and takes everything, at once, so that what is measured is the code in front of the table; counts its calls.</summary>
internal sealed class EmptyTable : ITable
{
    public string Name => "empty";

    public int Calls { get; private set; }

    /// <summary>The one item that is there.</summary>
    public TableItem? Only { get; init; }

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken)
    {
        Calls++;
        return ValueTask.FromResult(key == Only?.Key ? Only : null);
    }

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        Calls++;
        return ValueTask.FromResult<IReadOnlyList<TableItem?>>(new TableItem?[keys.Count]);
    }

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        Calls++;
        return ValueTask.FromResult(new TableWriteResult(true, null));
    }

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        Calls++;
        return ValueTask.CompletedTask;
    }

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        Calls++;
        return ValueTask.FromResult(TableTransactionResult.Success);
    }

    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Calls++;
        await ValueTask.CompletedTask;
        yield break;
    }
}
