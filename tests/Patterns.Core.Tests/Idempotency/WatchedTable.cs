using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Counts calls, and fails or delays those that a test wants to.</summary>
internal sealed class WatchedTable(ITable table) : ITable
{
    private readonly List<string> _calls = [];

    public string Name => table.Name;

    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Called before a call with its name and number, from 1; throws to have it fail.</summary>
    public Func<string, int, ValueTask> Before { get; set; } = (_, _) => ValueTask.CompletedTask;

    /// <summary>Called after a call took effect; throws to have its reply lost.</summary>
    public Action<string, int> After { get; set; } = (_, _) => { };

    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) =>
        WatchAsync("get", () => table.GetAsync(key, cancellationToken));

    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        WatchAsync("get many", () => table.GetManyAsync(keys, cancellationToken));

    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken) =>
        WatchAsync("write", () => table.WriteAsync(write, cancellationToken));

    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken) =>
        WatchAsync("transact", () => table.TransactAsync(writes, token, cancellationToken));

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private async ValueTask<TResult> WatchAsync<TResult>(string name, Func<ValueTask<TResult>> call)
    {
        int number;
        lock (_calls)
        {
            _calls.Add(name);
            number = _calls.Count;
        }

        await Before(name, number);
        var result = await call();
        After(name, number);
        return result;
    }
}
