using Patterns.Tables;

namespace Patterns.Testing;

internal static class ConcurrencyLaws
{
    private const int Writers = 16;

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("counts of several writers lose nothing", CountsAsync),
        new("one of several writers wins", OneWinsAsync),
        new("transactions of several writers lose nothing", TransactionsAsync),
        new("a writer that checks the version loses nothing", VersionsAsync),
    ];

    private static async Task CountsAsync(TableTrial trial)
    {
        var results = await AllAsync(async _ => await trial.WriteAsync(new TableUpdate(trial.Key("1")).Add("n", 1)).ConfigureAwait(false)).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(trial.Key("1")) { ["n"] = Writers }).ConfigureAwait(false);
        var seen = results.Select(item => item!["n"]!.GetInt64()).Distinct().Count();
        trial.Expect(seen == Writers, $"the writers saw {seen} different counts of {Writers}.");
    }

    private static async Task OneWinsAsync(TableTrial trial)
    {
        var results = await AllAsync(async writer => await trial.Table.WriteAsync(
            new TablePut(new TableItem(trial.Key("1")) { ["writer"] = writer }) { Condition = TableCondition.ItemMissing },
            CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        var winner = Array.FindIndex(results, result => result.Applied);
        trial.Expect(results.Count(result => result.Applied) == 1, $"{results.Count(result => result.Applied)} writers won.");
        var item = new TableItem(trial.Key("1")) { ["writer"] = winner };
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
        foreach (var loser in results.Where(result => !result.Applied))
        {
            trial.ExpectSame(item, loser.Item);
        }
    }

    /// <summary>A conflict may keep a transaction from taking effect, and says so; whether it did is not known then.</summary>
    private static async Task TransactionsAsync(TableTrial trial)
    {
        var results = await AllAsync(async writer =>
        {
            try
            {
                return (await trial.TransactAsync(new TableUpdate(trial.Key("1")).Add("n", 1), new TableUpdate(trial.Key("2")).Add("n", 1)).ConfigureAwait(false)).Committed;
            }
            catch (TableException exception) when (exception.IsRetryable)
            {
                return false;
            }
        }).ConfigureAwait(false);
        var first = (await trial.GetAsync("1").ConfigureAwait(false))?["n"]?.GetInt64();
        var second = (await trial.GetAsync("2").ConfigureAwait(false))?["n"]?.GetInt64();
        var committed = results.Count(result => result);
        trial.Expect(committed > 0, "no transaction took effect.");
        trial.Expect(first == second && first >= committed && first <= Writers, $"after {committed} transactions the counts are {first} and {second}.");
    }

    private static async Task VersionsAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["version"] = 0, ["sum"] = 0 }).ConfigureAwait(false);
        await AllAsync(async writer =>
        {
            while (!await TryAddAsync(trial, writer).ConfigureAwait(false))
            {
            }

            return true;
        }).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(trial.Key("1")) { ["version"] = Writers, ["sum"] = Enumerable.Range(0, Writers).Sum() }).ConfigureAwait(false);
    }

    private static async Task<bool> TryAddAsync(TableTrial trial, int number)
    {
        var read = (await trial.GetAsync("1").ConfigureAwait(false))!;
        var version = read["version"]!.GetInt64();
        var next = new TableItem(read.Key) { ["version"] = version + 1, ["sum"] = read["sum"]!.GetInt64() + number };
        var result = await trial.Table.WriteAsync(new TablePut(next) { Condition = TableCondition.Equal("version", version) }, CancellationToken.None).ConfigureAwait(false);
        return result.Applied;
    }

    private static Task<TResult[]> AllAsync<TResult>(Func<int, Task<TResult>> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));
}
