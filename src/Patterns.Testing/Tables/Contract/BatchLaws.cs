using Patterns.Tables;

namespace Patterns.Testing;

internal static class BatchLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("many items come in the order of their keys, null for each that is missing", OrderAsync),
        new("more keys are read than fit in a request", ManyKeysAsync),
        new("more bytes are read than fit in a request", ManyBytesAsync),
        new("no keys give no items", NoKeysAsync),
        new("a key that appears twice is refused", DuplicateKeysAsync),
        new("more items are written and deleted than fit in a request", ManyWritesAsync),
        new("no writes write nothing", trial => trial.Table.WriteManyAsync([], CancellationToken.None).AsTask()),
        new("writing many refuses conditions, updates, checks and duplicates", RefusalsAsync),
    ];

    private static async Task OrderAsync(TableTrial trial)
    {
        var first = await trial.PutAsync(new TableItem(trial.Key("1")) { ["n"] = 1 }).ConfigureAwait(false);
        var third = await trial.PutAsync(new TableItem(new TableKey(trial.Partition + "-b", "3")) { ["n"] = 3 }).ConfigureAwait(false);
        var items = await trial.Table.GetManyAsync([third.Key, trial.Key("2"), first.Key, trial.Key("4")], CancellationToken.None).ConfigureAwait(false);
        trial.Expect(items.Count == 4, $"there are {items.Count} items for 4 keys.");
        trial.ExpectSame(third, items[0]);
        trial.ExpectSame(null, items[1]);
        trial.ExpectSame(first, items[2]);
        trial.ExpectSame(null, items[3]);
    }

    private static async Task ManyKeysAsync(TableTrial trial)
    {
        var puts = Enumerable.Range(0, 230).Where(n => n % 7 != 0).Select(n => new TablePut(new TableItem(trial.Key($"{n}")) { ["n"] = n })).ToArray();
        await trial.Table.WriteManyAsync(puts, CancellationToken.None).ConfigureAwait(false);
        var keys = Enumerable.Range(0, 230).Reverse().Select(n => trial.Key($"{n}")).ToArray();
        var items = await trial.Table.GetManyAsync(keys, CancellationToken.None).ConfigureAwait(false);
        for (var index = 0; index < keys.Length; index++)
        {
            var n = 229 - index;
            trial.ExpectSame(n % 7 == 0 ? null : new TableItem(keys[index]) { ["n"] = n }, items[index]);
        }
    }

    private static async Task ManyBytesAsync(TableTrial trial)
    {
        var text = new string('x', 390_000);
        var items = Enumerable.Range(0, 50).Select(n => new TableItem(trial.Key($"{n}")) { ["n"] = n, ["text"] = text }).ToArray();
        await trial.Table.WriteManyAsync([.. items.Select(item => new TablePut(item))], CancellationToken.None).ConfigureAwait(false);
        var read = await trial.Table.GetManyAsync([.. items.Select(item => item.Key)], CancellationToken.None).ConfigureAwait(false);
        for (var index = 0; index < items.Length; index++)
        {
            trial.Expect(read[index]?["n"] == items[index]["n"] && read[index]?["text"] == text, $"item {index} did not come back.");
        }
    }

    private static async Task NoKeysAsync(TableTrial trial)
    {
        var items = await trial.Table.GetManyAsync([], CancellationToken.None).ConfigureAwait(false);
        trial.Expect(items.Count == 0, $"{items.Count} items came.");
    }

    private static async Task DuplicateKeysAsync(TableTrial trial) => await trial.ExpectThrowsAsync<ArgumentException>(
        "get many",
        () => trial.Table.GetManyAsync([trial.Key("1"), trial.Key("2"), trial.Key("1")], CancellationToken.None).AsTask()).ConfigureAwait(false);

    private static async Task ManyWritesAsync(TableTrial trial)
    {
        await trial.Table.WriteManyAsync([.. Numbers(0, 60).Select(n => Put(trial, n, "old"))], CancellationToken.None).ConfigureAwait(false);
        TableWrite[] second =
        [
            .. Numbers(0, 30).Select(n => new TableDelete(trial.Key($"{n:D3}"))),
            .. Numbers(30, 15).Select(n => Put(trial, n, "new")),
            .. Numbers(60, 15).Select(n => Put(trial, n, "new")),
        ];
        await trial.Table.WriteManyAsync(second, CancellationToken.None).ConfigureAwait(false);
        var items = await trial.QueryAsync(new TableQuery(trial.Partition)).ConfigureAwait(false);
        trial.ExpectKeys(Numbers(30, 45).Select(n => $"{n:D3}"), items);
        trial.Expect(items.Count(item => item["state"] == "new") == 30, "a put did not replace what was there.");
    }

    private static async Task RefusalsAsync(TableTrial trial)
    {
        var put = Put(trial, 1, "x");
        (string What, TableWrite Write)[] refused =
        [
            ("a condition", put with { Condition = TableCondition.ItemMissing }),
            ("an update", new TableUpdate(trial.Key("2")).Set("a", 1)),
            ("a check", new TableCheck(trial.Key("2"), TableCondition.ItemMissing)),
            ("a duplicate", new TableDelete(put.Key)),
        ];
        foreach (var (what, write) in refused)
        {
            await trial.ExpectThrowsAsync<ArgumentException>(what, () => trial.Table.WriteManyAsync([put, write], CancellationToken.None).AsTask()).ConfigureAwait(false);
        }

        await trial.ExpectMissingAsync(put.Key.Sort).ConfigureAwait(false);
    }

    private static TablePut Put(TableTrial trial, int n, string state) => new(new TableItem(trial.Key($"{n:D3}")) { ["state"] = state });

    private static IEnumerable<int> Numbers(int start, int count) => Enumerable.Range(start, count);
}
