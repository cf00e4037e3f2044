using Patterns.Tables;

namespace Patterns.Testing;

internal static class RefusalLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("a key that is not set is refused", UnsetKeyAsync),
        new("a key that is too long is refused", LongKeyAsync),
        new("an item of more than 400 KB is refused", LargeItemAsync),
        new("an update that makes an item of more than 400 KB is refused", LargeUpdateAsync),
        new("a check outside of a transaction is refused", CheckAsync),
        new("a write for another table is refused outside of a transaction", OtherTableAsync),
    ];

    private static async Task UnsetKeyAsync(TableTrial trial)
    {
        await ExpectAsync(trial, "get", () => trial.Table.GetAsync(default, default).AsTask()).ConfigureAwait(false);
        await ExpectAsync(trial, "get many", () => trial.Table.GetManyAsync([default], default).AsTask()).ConfigureAwait(false);
        await ExpectAsync(trial, "write", () => trial.Table.WriteAsync(new TableDelete(default), default).AsTask()).ConfigureAwait(false);
        await ExpectAsync(trial, "write many", () => trial.Table.WriteManyAsync([new TableDelete(default)], default).AsTask()).ConfigureAwait(false);
        await ExpectAsync(trial, "transact", () => trial.TransactAsync(new TableDelete(default))).ConfigureAwait(false);
        await ExpectAsync(trial, "query", () => trial.QueryAsync(new TableQuery(""))).ConfigureAwait(false);
    }

    private static async Task LongKeyAsync(TableTrial trial)
    {
        foreach (var key in new[] { new TableKey(new string('p', 2049), "1"), trial.Key(new string('ä', 513)) })
        {
            await trial.ExpectRefusedAsync("put", key, () => trial.PutAsync(new TableItem(key))).ConfigureAwait(false);
            await trial.ExpectRefusedAsync("update", key, () => trial.WriteAsync(new TableUpdate(key).Set("a", 1))).ConfigureAwait(false);
            await trial.ExpectRefusedAsync("get many", key: null, () => trial.Table.GetManyAsync([key], default).AsTask()).ConfigureAwait(false);
            await trial.ExpectRefusedAsync("get", key, () => trial.Table.GetAsync(key, default).AsTask()).ConfigureAwait(false);
        }
    }

    private static async Task LargeItemAsync(TableTrial trial)
    {
        var item = new TableItem(trial.Key("1")) { ["text"] = new string('x', 409_600) };
        await trial.ExpectRefusedAsync("put", item.Key, () => trial.PutAsync(item)).ConfigureAwait(false);
        await trial.ExpectRefusedAsync("transact", key: null, () => trial.TransactAsync(new TablePut(item))).ConfigureAwait(false);
        await trial.ExpectRefusedAsync("write many", key: null, () => trial.Table.WriteManyAsync([new TablePut(item)], default).AsTask()).ConfigureAwait(false);
        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
    }

    private static async Task LargeUpdateAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(new TableItem(trial.Key("1")) { ["text"] = new string('x', 300_000) }).ConfigureAwait(false);
        var update = new TableUpdate(item.Key).Set("more", new string('y', 110_000));
        await trial.ExpectRefusedAsync("update", item.Key, () => trial.WriteAsync(update)).ConfigureAwait(false);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }

    private static Task CheckAsync(TableTrial trial)
    {
        var check = new TableCheck(trial.Key("1"), TableCondition.ItemMissing);
        return ExpectAsync(trial, "write", () => trial.Table.WriteAsync(check, default).AsTask());
    }

    private static async Task OtherTableAsync(TableTrial trial)
    {
        var put = new TablePut(new TableItem(trial.Key("1"))) { Table = trial.Other };
        await ExpectAsync(trial, "write", () => trial.Table.WriteAsync(put, default).AsTask()).ConfigureAwait(false);
        await ExpectAsync(trial, "write many", () => trial.Table.WriteManyAsync([put], default).AsTask()).ConfigureAwait(false);
        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
        await trial.ExpectMissingAsync("1", trial.Other).ConfigureAwait(false);
        await trial.WriteAsync(put with { Table = trial.Table }).ConfigureAwait(false);
    }

    private static async Task ExpectAsync(TableTrial trial, string what, Func<Task> action) =>
        await trial.ExpectThrowsAsync<ArgumentException>(what, action).ConfigureAwait(false);
}
