using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>One call of each operation.</summary>
internal static class TableCalls
{
    public static IEnumerable<KeyValuePair<string, Func<CancellationToken, Task>>> Of(ITable table, TableKey key)
    {
        var item = new TableItem(key) { ["a"] = 1 };
        return
        [
            new("get", cancellation => table.GetAsync(key, cancellation).AsTask()),
            new("get many", cancellation => table.GetManyAsync([key], cancellation).AsTask()),
            new("put", cancellation => table.WriteAsync(new TablePut(item), cancellation).AsTask()),
            new("update", cancellation => table.WriteAsync(new TableUpdate(key).Add("a", 1), cancellation).AsTask()),
            new("delete", cancellation => table.WriteAsync(new TableDelete(key), cancellation).AsTask()),
            new("write many", cancellation => table.WriteManyAsync([new TablePut(item)], cancellation).AsTask()),
            new("transact", cancellation => table.TransactAsync([new TablePut(item)], token: null, cancellation).AsTask()),
            new("query", cancellation => ReadAsync(table.QueryAsync(new TableQuery(key.Partition), cancellation))),
        ];
    }

    private static async Task ReadAsync(IAsyncEnumerable<TableItem> items)
    {
        await foreach (var _ in items.ConfigureAwait(false))
        {
        }
    }
}
