using Patterns.Tables;

namespace Patterns.FanOut.Tests;

/// <summary>A table that can do nothing now.</summary>
internal sealed class BrokenTable : ITable
{
    private static readonly TableException Broken = new("broken", isRetryable: true);

    public string Name => "broken";

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => throw Broken;

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) => throw Broken;

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => throw Broken;

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => throw Broken;

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) => throw Broken;

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => throw Broken;
}
