using Patterns.Tables;

namespace Patterns.Testing;

internal static class ExpiryLaws
{
    private static readonly DateTimeOffset Whole = new(2140, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("an expiry is kept in whole seconds, rounded up", RoundedAsync),
        new("a put without an expiry takes it away", RemovedByPutAsync),
        new("an update without an expiry keeps it", KeptByUpdateAsync),
        new("an update sets an expiry", SetByUpdateAsync),
        new("an expired item can be taken over by one writer", TakenOverAsync),
    ];

    private static async Task RoundedAsync(TableTrial trial)
    {
        (string Sort, DateTimeOffset Given, DateTimeOffset Kept)[] cases =
        [
            ("1", Whole, Whole),
            ("2", Whole.AddTicks(1), Whole.AddSeconds(1)),
            ("3", Whole.AddMilliseconds(999), Whole.AddSeconds(1)),
            ("4", Whole.ToOffset(TimeSpan.FromHours(5)), Whole),
        ];
        foreach (var (sort, given, kept) in cases)
        {
            await trial.PutAsync(new TableItem(trial.Key(sort)) { ExpiresAt = given }).ConfigureAwait(false);
            var updated = await trial.WriteAsync(new TableUpdate(trial.Key(sort + "u")) { ExpiresAt = given }).ConfigureAwait(false);
            foreach (var found in new[] { await trial.GetAsync(sort).ConfigureAwait(false), updated, await trial.GetAsync(sort + "u").ConfigureAwait(false) })
            {
                trial.Expect(found?.ExpiresAt == kept, $"{given:O} became {found?.ExpiresAt:O}.");
            }
        }
    }

    private static async Task RemovedByPutAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ExpiresAt = Whole }).ConfigureAwait(false);
        var second = await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1 }).ConfigureAwait(false);
        await trial.ExpectStoredAsync(second).ConfigureAwait(false);
    }

    private static async Task KeptByUpdateAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ExpiresAt = Whole }).ConfigureAwait(false);
        var expected = new TableItem(trial.Key("1")) { ["a"] = 2, ExpiresAt = Whole };
        trial.ExpectSame(expected, await trial.WriteAsync(new TableUpdate(trial.Key("1")).Add("a", 1)).ConfigureAwait(false));
        await trial.ExpectStoredAsync(expected).ConfigureAwait(false);
    }

    private static async Task SetByUpdateAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ExpiresAt = Whole }).ConfigureAwait(false);
        var later = Whole.AddDays(1);
        var expected = new TableItem(trial.Key("1")) { ["a"] = 2, ["b"] = "x", ExpiresAt = later };
        trial.ExpectSame(expected, await trial.WriteAsync(new TableUpdate(trial.Key("1")) { ExpiresAt = later }.Add("a", 1).Set("b", "x")).ConfigureAwait(false));
        await trial.ExpectStoredAsync(expected).ConfigureAwait(false);
    }

    private static async Task TakenOverAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["owner"] = "a", ExpiresAt = Whole }).ConfigureAwait(false);
        var now = Whole.AddSeconds(1);
        var free = TableCondition.ItemMissing | TableCondition.Expired(now);
        var second = new TableItem(trial.Key("1")) { ["owner"] = "b", ExpiresAt = now.AddHours(1) };
        await trial.WriteAsync(new TablePut(second) { Condition = free }).ConfigureAwait(false);
        var late = await trial.Table.WriteAsync(new TablePut(new TableItem(trial.Key("1")) { ["owner"] = "c" }) { Condition = free }, CancellationToken.None).ConfigureAwait(false);
        trial.Expect(!late.Applied, "two writers took the item over.");
        trial.ExpectSame(second, late.Item);
    }
}
