using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A table that asks a gate before and after every call, so that a test decides who comes when and who dies where.</summary>
public sealed class SteppedTable(ITable table, IStepGate gate) : ITable
{
    /// <inheritdoc/>
    public string Name => table.Name;

    /// <inheritdoc/>
    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) =>
        StepAsync($"get {key}", () => table.GetAsync(key, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        StepAsync("get many", () => table.GetManyAsync(keys, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return StepAsync($"write {write.Key}", () => table.WriteAsync(Unwrap(write), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        await gate.StepAsync("before: write many").ConfigureAwait(false);
        await table.WriteManyAsync([.. writes.Select(Unwrap)], cancellationToken).ConfigureAwait(false);
        await gate.StepAsync("after: write many").ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        StepAsync("transact", () => table.TransactAsync([.. writes.Select(Unwrap)], token, cancellationToken));

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.StepAsync("before: query").ConfigureAwait(false);
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }

        await gate.StepAsync("after: query").ConfigureAwait(false);
    }

    private static TableWrite Unwrap(TableWrite write) => write.Table is SteppedTable stepped ? write with { Table = stepped.Inner } : write;

    private ITable Inner => table;

    private async ValueTask<TResult> StepAsync<TResult>(string name, Func<ValueTask<TResult>> call)
    {
        await gate.StepAsync($"before: {name}").ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        await gate.StepAsync($"after: {name}").ConfigureAwait(false);
        return result;
    }
}
