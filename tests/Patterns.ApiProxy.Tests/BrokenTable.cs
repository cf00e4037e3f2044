using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests;

/// <summary>A table whose calls fail, or stall, while a test says so.</summary>
internal sealed class BrokenTable(ITable inner, Func<bool> isBroken, bool stalls = false) : ITable
{
    public string Name => inner.Name;

    /// <summary>What a query waits for, once it was counted.</summary>
    public Func<Task> Held { get; set; } = () => Task.CompletedTask;

    public int Queries { get; private set; }

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => AnswerAsync(() => inner.GetAsync(key, cancellationToken));

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        AnswerAsync(() => inner.GetManyAsync(keys, cancellationToken));

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) => AnswerAsync(() => inner.WriteAsync(write, cancellationToken));

    public async ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => await AnswerAsync(async () =>
    {
        await inner.WriteManyAsync(writes, cancellationToken).ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        AnswerAsync(() => inner.TransactAsync(writes, token, cancellationToken));

    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queries++;
        await AnswerAsync(() => new ValueTask<bool>(true)).ConfigureAwait(false);
        var items = new List<TableItem>();
        await foreach (var item in inner.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        await Held().ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private ValueTask<T> AnswerAsync<T>(Func<ValueTask<T>> ask) => !isBroken()
        ? ask()
        : stalls ? new(new TaskCompletionSource<T>().Task) : throw new TableException("The table is not there.", isRetryable: false);
}
