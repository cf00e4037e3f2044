using Patterns.Tables;

namespace Patterns.Testing;

internal static class WriteLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("an item that is not there is null", trial => trial.ExpectMissingAsync("1")),
        new("a put replaces the whole item", ReplacesAsync),
        new("a put returns no item", PutReturnsNothingAsync),
        new("a delete takes the item away", DeletesAsync),
        new("a delete of what is not there takes effect", DeletesNothingAsync),
        new("a refused put changes nothing and returns the item that it found", RefusedPutAsync),
        new("a refused update changes nothing and returns the item that it found", RefusedUpdateAsync),
        new("a refused delete changes nothing and returns the item that it found", RefusedDeleteAsync),
        new("a write refused for want of an item returns none", RefusedForWantAsync),
        new("keys are told apart by every byte", KeysAsync),
        new("keys of the greatest length are kept", LongKeysAsync),
        new("an item of nearly 400 KB is kept", LargeItemAsync),
    ];

    private static async Task ReplacesAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ["b"] = "old", ["c"] = true }).ConfigureAwait(false);
        var second = await trial.PutAsync(new TableItem(trial.Key("1")) { ["b"] = 2 }).ConfigureAwait(false);
        await trial.ExpectStoredAsync(second).ConfigureAwait(false);
        await trial.PutAsync(new TableItem(trial.Key("1"))).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(trial.Key("1"))).ConfigureAwait(false);
    }

    private static async Task PutReturnsNothingAsync(TableTrial trial)
    {
        trial.ExpectSame(null, await trial.WriteAsync(new TablePut(new TableItem(trial.Key("1")) { ["a"] = 1 })).ConfigureAwait(false));
        trial.ExpectSame(null, await trial.WriteAsync(new TablePut(new TableItem(trial.Key("1")) { ["a"] = 2 })).ConfigureAwait(false));
    }

    private static async Task DeletesAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1 }).ConfigureAwait(false);
        var other = await trial.PutAsync(new TableItem(trial.Key("2")) { ["a"] = 1 }).ConfigureAwait(false);
        trial.ExpectSame(null, await trial.WriteAsync(new TableDelete(trial.Key("1"))).ConfigureAwait(false));
        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
        await trial.ExpectStoredAsync(other).ConfigureAwait(false);
    }

    private static async Task DeletesNothingAsync(TableTrial trial) =>
        trial.ExpectSame(null, await trial.WriteAsync(new TableDelete(trial.Key("1"))).ConfigureAwait(false));

    private static Task RefusedPutAsync(TableTrial trial) =>
        RefusedAsync(trial, new TablePut(new TableItem(trial.Key("1")) { ["a"] = 2 }) { Condition = TableCondition.ItemMissing });

    private static Task RefusedUpdateAsync(TableTrial trial) =>
        RefusedAsync(trial, new TableUpdate(trial.Key("1")) { Condition = TableCondition.Less("a", 1) }.Add("a", 1));

    private static Task RefusedDeleteAsync(TableTrial trial) =>
        RefusedAsync(trial, new TableDelete(trial.Key("1")) { Condition = TableCondition.Equal("b", "other") });

    private static async Task RefusedAsync(TableTrial trial, TableWrite write)
    {
        var item = new TableItem(trial.Key("1")) { ["a"] = 1, ["b"] = TableValue.ListOf("x", 2.5m), ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(100) };
        await trial.PutAsync(item).ConfigureAwait(false);
        var result = await trial.Table.WriteAsync(write, CancellationToken.None).ConfigureAwait(false);
        trial.Expect(!result.Applied, "the write took effect though its condition does not hold.");
        trial.ExpectSame(item, result.Item);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }

    private static async Task RefusedForWantAsync(TableTrial trial)
    {
        TableWrite[] writes =
        [
            new TablePut(new TableItem(trial.Key("1"))) { Condition = TableCondition.ItemExists },
            new TableUpdate(trial.Key("1")) { Condition = TableCondition.ItemExists }.Set("a", 1),
            new TableDelete(trial.Key("1")) { Condition = TableCondition.ItemExists },
        ];
        foreach (var write in writes)
        {
            var result = await trial.Table.WriteAsync(write, CancellationToken.None).ConfigureAwait(false);
            trial.Expect(!result.Applied, "the write took effect though there is no item.");
            trial.ExpectSame(null, result.Item);
        }

        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
    }

    private static async Task KeysAsync(TableTrial trial)
    {
        string[] keys = ["a", "A", "a ", " a", "ä", "a\u0308", "a#1", "a/1", "𝄞", "ﾞ", "a\nb", "a\u0001"];
        foreach (var key in keys)
        {
            await trial.PutAsync(new TableItem(trial.Key(key)) { ["key"] = key }).ConfigureAwait(false);
            await trial.PutAsync(new TableItem(new TableKey(trial.Partition + key, "1")) { ["key"] = key }).ConfigureAwait(false);
        }

        foreach (var key in keys)
        {
            await trial.ExpectStoredAsync(new TableItem(trial.Key(key)) { ["key"] = key }).ConfigureAwait(false);
            var other = await trial.Table.GetAsync(new TableKey(trial.Partition + key, "1"), CancellationToken.None).ConfigureAwait(false);
            trial.ExpectSame(new TableItem(new TableKey(trial.Partition + key, "1")) { ["key"] = key }, other);
        }
    }

    private static async Task LongKeysAsync(TableTrial trial)
    {
        var key = new TableKey(trial.Partition.PadRight(2048, 'p'), new string('ä', 512));
        var item = await trial.PutAsync(new TableItem(key) { ["a"] = 1 }).ConfigureAwait(false);
        trial.ExpectSame(item, await trial.Table.GetAsync(key, CancellationToken.None).ConfigureAwait(false));
    }

    private static async Task LargeItemAsync(TableTrial trial)
    {
        var item = new TableItem(trial.Key("1")) { ["text"] = new string('x', 200_000), ["bytes"] = TableValue.From(new byte[208_000]) };
        await trial.PutAsync(item).ConfigureAwait(false);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }
}
