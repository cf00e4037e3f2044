using Patterns.Tables;

namespace Patterns.Testing;

internal static class UpdateLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("an update makes the item that is not there", MakesAsync),
        new("an update that changes nothing makes the item", TouchAsync),
        new("an update leaves other attributes alone and returns the item as it is now", LeavesOthersAsync),
        new("setting gives any kind of value", SetsAsync),
        new("setting what is missing keeps what is there", SetIfMissingAsync),
        new("removing takes an attribute away, and one that is missing is no error", RemovesAsync),
        new("adding counts up and down from zero", AddsAsync),
        new("adding keeps decimal fractions exact", AddsExactlyAsync),
        new("a set grows by what it does not have", AddsToSetAsync),
        new("a set goes with its last text", EmptiesSetAsync),
        new("several actions see the item as it was before", ManyActionsAsync),
        new("an update of a wrong kind is refused for good and changes nothing", WrongKindAsync),
        new("a transaction with an update of a wrong kind is refused for good and changes nothing", WrongKindInTransactionAsync),
    ];

    private static async Task MakesAsync(TableTrial trial)
    {
        var made = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Set("a", "x").Add("n", 2).AddToSet("s", "y")).ConfigureAwait(false);
        var expected = new TableItem(trial.Key("1")) { ["a"] = "x", ["n"] = 2, ["s"] = TableValue.SetOf("y") };
        trial.ExpectSame(expected, made);
        await trial.ExpectStoredAsync(expected).ConfigureAwait(false);
    }

    private static async Task TouchAsync(TableTrial trial)
    {
        trial.ExpectSame(new TableItem(trial.Key("1")), await trial.WriteAsync(new TableUpdate(trial.Key("1"))).ConfigureAwait(false));
        await trial.ExpectStoredAsync(new TableItem(trial.Key("1"))).ConfigureAwait(false);
        var result = await trial.TransactAsync(new TableUpdate(trial.Key("2"))).ConfigureAwait(false);
        trial.Expect(result.Committed, "the transaction was refused.");
        await trial.ExpectStoredAsync(new TableItem(trial.Key("2"))).ConfigureAwait(false);
    }

    private static async Task LeavesOthersAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ["b"] = TableValue.ListOf("x") }).ConfigureAwait(false);
        var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Set("a", 2).Set("c", true)).ConfigureAwait(false);
        var expected = new TableItem(trial.Key("1")) { ["a"] = 2, ["b"] = TableValue.ListOf("x"), ["c"] = true };
        trial.ExpectSame(expected, after);
        await trial.ExpectStoredAsync(expected).ConfigureAwait(false);
    }

    private static async Task SetsAsync(TableTrial trial)
    {
        TableValue[] values = ["", 1.5m, true, TableValue.Null, TableValue.From([1, 2]), TableValue.SetOf("s"), TableValue.ListOf(), TableValue.MapOf([new("m", 1)])];
        foreach (var value in values)
        {
            var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Set("a", value)).ConfigureAwait(false);
            trial.ExpectSame(new TableItem(trial.Key("1")) { ["a"] = value }, after);
        }
    }

    private static async Task SetIfMissingAsync(TableTrial trial)
    {
        await trial.WriteAsync(new TableUpdate(trial.Key("1")).SetIfMissing("a", "first")).ConfigureAwait(false);
        var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).SetIfMissing("a", "second").SetIfMissing("b", 2)).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")) { ["a"] = "first", ["b"] = 2 }, after);
        await trial.PutAsync(new TableItem(trial.Key("2")) { ["a"] = TableValue.Null }).ConfigureAwait(false);
        trial.ExpectSame(
            new TableItem(trial.Key("2")) { ["a"] = TableValue.Null },
            await trial.WriteAsync(new TableUpdate(trial.Key("2")).SetIfMissing("a", "second")).ConfigureAwait(false));
    }

    private static async Task RemovesAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1, ["b"] = 2 }).ConfigureAwait(false);
        var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Remove("a").Remove("missing")).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")) { ["b"] = 2 }, after);
    }

    private static async Task AddsAsync(TableTrial trial)
    {
        decimal[] steps = [5, -7, 0, 1000];
        var sum = 0m;
        foreach (var step in steps)
        {
            sum += step;
            var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Add("n", step)).ConfigureAwait(false);
            trial.ExpectSame(new TableItem(trial.Key("1")) { ["n"] = sum }, after);
        }
    }

    private static async Task AddsExactlyAsync(TableTrial trial)
    {
        await trial.WriteAsync(new TableUpdate(trial.Key("1")).Add("n", 0.1m)).ConfigureAwait(false);
        var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).Add("n", 12_345_678_901_234_567_890.2m)).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")) { ["n"] = 12_345_678_901_234_567_890.3m }, after);
    }

    private static async Task AddsToSetAsync(TableTrial trial)
    {
        await trial.WriteAsync(new TableUpdate(trial.Key("1")).AddToSet("s", "b", "a")).ConfigureAwait(false);
        var after = await trial.WriteAsync(new TableUpdate(trial.Key("1")).AddToSet("s", "a", "c", "A")).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")) { ["s"] = TableValue.SetOf("a", "b", "c", "A") }, after);
    }

    private static async Task EmptiesSetAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["s"] = TableValue.SetOf("a", "b") }).ConfigureAwait(false);
        var left = await trial.WriteAsync(new TableUpdate(trial.Key("1")).RemoveFromSet("s", "a", "z")).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")) { ["s"] = TableValue.SetOf("b") }, left);
        var none = await trial.WriteAsync(new TableUpdate(trial.Key("1")).RemoveFromSet("s", "b")).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")), none);
        var still = await trial.WriteAsync(new TableUpdate(trial.Key("1")).RemoveFromSet("s", "b")).ConfigureAwait(false);
        trial.ExpectSame(new TableItem(trial.Key("1")), still);
    }

    private static async Task ManyActionsAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["set"] = TableValue.SetOf("a"), ["n"] = 1, ["gone"] = 1 }).ConfigureAwait(false);
        var update = new TableUpdate(trial.Key("1"))
            .Remove("gone").Add("n", 1).Set("t", "x").AddToSet("new", "y").RemoveFromSet("set", "a").SetIfMissing("first", 1).Add("m", -1);
        var expected = new TableItem(trial.Key("1")) { ["n"] = 2, ["t"] = "x", ["new"] = TableValue.SetOf("y"), ["first"] = 1, ["m"] = -1 };
        trial.ExpectSame(expected, await trial.WriteAsync(update).ConfigureAwait(false));
    }

    private static async Task WrongKindAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(Mixed(trial)).ConfigureAwait(false);
        foreach (var update in WrongUpdates(trial))
        {
            await trial.ExpectRefusedAsync(What(update), item.Key, () => trial.WriteAsync(update)).ConfigureAwait(false);
        }

        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }

    private static async Task WrongKindInTransactionAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(Mixed(trial)).ConfigureAwait(false);
        var put = new TablePut(new TableItem(trial.Key("2")));
        foreach (var update in WrongUpdates(trial))
        {
            await trial.ExpectRefusedAsync(What(update), item.Key, () => trial.TransactAsync(put, update)).ConfigureAwait(false);
        }

        await trial.ExpectMissingAsync("2").ConfigureAwait(false);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }

    private static TableItem Mixed(TableTrial trial) => new(trial.Key("1")) { ["text"] = "x", ["number"] = 1, ["nothing"] = TableValue.Null };

    private static TableUpdate[] WrongUpdates(TableTrial trial)
    {
        var update = new TableUpdate(trial.Key("1")).Set("other", 1);
        return
        [
            update.Add("text", 1),
            update.Add("nothing", 1),
            update.AddToSet("text", "y"),
            update.AddToSet("number", "y"),
            update.RemoveFromSet("text", "x"),
        ];
    }

    private static string What(TableUpdate update) => $"{update.Actions[1].Kind} on '{update.Actions[1].Attribute}'";
}
