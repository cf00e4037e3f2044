using Patterns.Tables;

namespace Patterns.Testing;

internal static class QueryLaws
{
    /// <summary>In the order of the UTF-8 bytes; UTF-16 would put the clef before the wave.</summary>
    private static readonly string[] Ordered = ["A", "Z", "a", "a#1", "a#10", "a#2", "a$", "aa", "b", "ä", "～", "\uFFFD", "𝄞", "🙂"];

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        Law("a query gives the partition in the order of the UTF-8 bytes", query => query, Ordered),
        Law("a query can go backwards", query => query with { Descending = true }, Ordered.Reverse()),
        Law("a query gives the keys with a prefix", query => query with { SortPrefix = "a#" }, ["a#1", "a#10", "a#2"]),
        Law("a prefix may be a surrogate pair", query => query with { SortPrefix = "𝄞" }, ["𝄞"]),
        Law("every key has the empty prefix", query => query with { SortPrefix = "" }, Ordered),
        Law("a prefix that no key has gives none", query => query with { SortPrefix = "a#3" }, []),
        Law("a query begins with its first key", query => query with { SortFrom = "a#2" }, ["a#2", "a$", "aa", "b", "ä", "～", "\uFFFD", "𝄞", "🙂"]),
        Law("a query ends with its last key", query => query with { SortTo = "a" }, ["A", "Z", "a"]),
        Law("a query gives a range", query => query with { SortFrom = "a$", SortTo = "𝄞" }, ["a$", "aa", "b", "ä", "～", "\uFFFD", "𝄞"]),
        Law("a range need not begin or end at a key", query => query with { SortFrom = "B", SortTo = "a#11" }, ["Z", "a", "a#1", "a#10"]),
        Law("a range of one key gives one", query => query with { SortFrom = "b", SortTo = "b" }, ["b"]),
        Law("a range that ends before it begins is empty", query => query with { SortFrom = "b", SortTo = "a" }, []),
        Law("a range may begin with the empty text", query => query with { SortFrom = "", SortTo = "Z" }, ["A", "Z"]),
        Law("nothing is before the empty text", query => query with { SortTo = "" }, []),
        Law("a range can go backwards", query => query with { SortFrom = "a", SortTo = "a#2", Descending = true }, ["a#2", "a#10", "a#1", "a"]),
        Law("a query ends at its limit", query => query with { Limit = 3 }, ["A", "Z", "a"]),
        Law("a limit counts from the end when going backwards", query => query with { Limit = 2, Descending = true }, ["🙂", "𝄞"]),
        Law("a limit counts within the range", query => query with { SortPrefix = "a#", Limit = 2 }, ["a#1", "a#10"]),
        Law("a limit may be greater than the partition", query => query with { Limit = 1000 }, Ordered),
        new("an empty partition gives nothing", EmptyAsync),
        new("a query gives whole items of its partition alone", WholeItemsAsync),
        new("a query reads over many pages", ManyPagesAsync),
        new("a query may be left before its end", LeftAsync),
        new("a query is refused that cannot be", RefusedAsync),
    ];

    private static KeyValuePair<string, Func<TableTrial, Task>> Law(string name, Func<TableQuery, TableQuery> narrow, IEnumerable<string> expected) => new(name, async trial =>
    {
        TablePut[] puts = [.. Ordered.Reverse().Select(sort => new TablePut(new TableItem(trial.Key(sort)))), new TablePut(new TableItem(new TableKey(trial.Partition + "2", "a")))];
        await trial.Table.WriteManyAsync(puts, CancellationToken.None).ConfigureAwait(false);
        trial.ExpectKeys(expected, await trial.QueryAsync(narrow(new TableQuery(trial.Partition))).ConfigureAwait(false));
    });

    private static async Task EmptyAsync(TableTrial trial)
    {
        trial.ExpectKeys([], await trial.QueryAsync(new TableQuery(trial.Partition)).ConfigureAwait(false));
        await trial.PutAsync(new TableItem(trial.Key("1"))).ConfigureAwait(false);
        await trial.WriteAsync(new TableDelete(trial.Key("1"))).ConfigureAwait(false);
        trial.ExpectKeys([], await trial.QueryAsync(new TableQuery(trial.Partition)).ConfigureAwait(false));
    }

    private static async Task WholeItemsAsync(TableTrial trial)
    {
        var item = new TableItem(trial.Key("1")) { ["a"] = TableValue.ListOf(1, "x"), ["b"] = TableValue.SetOf("y"), ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(120) };
        await trial.PutAsync(item).ConfigureAwait(false);
        await trial.PutAsync(new TableItem(new TableKey(trial.Partition + "x", "1"))).ConfigureAwait(false);
        var items = await trial.QueryAsync(new TableQuery(trial.Partition)).ConfigureAwait(false);
        trial.Expect(items.Count == 1, $"{items.Count} items came.");
        trial.ExpectSame(item, items[0]);
    }

    private static async Task ManyPagesAsync(TableTrial trial)
    {
        var text = new string('x', 100_000);
        var keys = Enumerable.Range(0, 35).Select(n => $"{n:D2}").ToArray();
        await trial.Table.WriteManyAsync([.. keys.Select(sort => new TablePut(new TableItem(trial.Key(sort)) { ["text"] = text }))], CancellationToken.None).ConfigureAwait(false);
        var query = new TableQuery(trial.Partition);
        trial.ExpectKeys(keys, await trial.QueryAsync(query).ConfigureAwait(false));
        trial.ExpectKeys(keys.Reverse(), await trial.QueryAsync(query with { Descending = true }).ConfigureAwait(false));
        trial.ExpectKeys(keys[..25], await trial.QueryAsync(query with { Limit = 25 }).ConfigureAwait(false));
        trial.ExpectKeys(keys[4..30], await trial.QueryAsync(query with { SortFrom = "04", SortTo = "29" }).ConfigureAwait(false));
    }

    private static async Task LeftAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1"))).ConfigureAwait(false);
        await trial.PutAsync(new TableItem(trial.Key("2"))).ConfigureAwait(false);
        await foreach (var item in trial.Table.QueryAsync(new TableQuery(trial.Partition), CancellationToken.None).ConfigureAwait(false))
        {
            trial.Expect(item.Key.Sort == "1", $"{item.Key.Sort} came first.");
            break;
        }
    }

    private static async Task RefusedAsync(TableTrial trial)
    {
        var query = new TableQuery(trial.Partition);
        (string What, TableQuery Query)[] refused =
        [
            ("a prefix and a range", query with { SortPrefix = "a", SortFrom = "b" }),
            ("a prefix and an end", query with { SortPrefix = "a", SortTo = "b" }),
            ("a limit of none", query with { Limit = 0 }),
            ("a negative limit", query with { Limit = -1 }),
        ];
        foreach (var (what, wrong) in refused)
        {
            await trial.ExpectThrowsAsync<ArgumentException>(what, () => trial.QueryAsync(wrong)).ConfigureAwait(false);
        }
    }
}
