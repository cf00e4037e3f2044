using Patterns.Tables;

namespace Patterns.Testing;

internal static class TransactionLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("a transaction does all of its writes", AllAsync),
        new("a transaction does nothing if one condition does not hold", NothingAsync),
        new("a refused transaction says which writes, in their order, with the items that it found", RefusalsAsync),
        new("a transaction may only check", OnlyChecksAsync),
        new("a transaction spans tables of one store", AcrossTablesAsync),
        new("a transaction is refused in all tables", AcrossTablesRefusedAsync),
        new("a transaction may have 100 writes", FullAsync),
        new("a transaction of no or too many writes is refused", CountAsync),
        new("a transaction that has an item twice is refused", TwiceAsync),
        new("a transaction with a table of another store is refused", ForeignAsync),
        new("a transaction sent again with its token takes effect once", TokenAsync),
        new("a token with other writes is refused for good", OtherWritesAsync),
        new("without a token a transaction takes effect each time", WithoutTokenAsync),
        new("a token is neither empty nor too long", TokenLengthAsync),
        new("a transaction of more than 4 MB is refused", TooLargeAsync),
    ];

    private static async Task AllAsync(TableTrial trial)
    {
        await trial.PutAsync(new TableItem(trial.Key("gone")) { ["a"] = 1 }).ConfigureAwait(false);
        var counted = await trial.PutAsync(new TableItem(trial.Key("count")) { ["n"] = 1, ["a"] = "x" }).ConfigureAwait(false);
        var put = new TableItem(trial.Key("new")) { ["a"] = TableValue.ListOf("x") };
        var result = await trial.TransactAsync(
            new TablePut(put) { Condition = TableCondition.ItemMissing },
            new TableUpdate(counted.Key) { Condition = TableCondition.Equal("n", 1) }.Add("n", 1),
            new TableDelete(trial.Key("gone")) { Condition = TableCondition.ItemExists },
            new TableCheck(trial.Key("none"), TableCondition.ItemMissing)).ConfigureAwait(false);
        trial.Expect(result.Committed, "the transaction was refused.");
        await trial.ExpectStoredAsync(put).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(counted.Key) { ["n"] = 2, ["a"] = "x" }).ConfigureAwait(false);
        await trial.ExpectMissingAsync("gone").ConfigureAwait(false);
        await trial.ExpectMissingAsync("none").ConfigureAwait(false);
    }

    private static async Task NothingAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(new TableItem(trial.Key("there")) { ["n"] = 1 }).ConfigureAwait(false);
        TableWrite[] writes = [new TablePut(new TableItem(trial.Key("new"))), new TableUpdate(item.Key).Add("n", 1), new TableCheck(trial.Key("none"), TableCondition.ItemExists)];
        for (var turn = 0; turn < writes.Length; turn++)
        {
            var result = await trial.TransactAsync([.. writes.Skip(turn), .. writes.Take(turn)]).ConfigureAwait(false);
            trial.Expect(!result.Committed, "the transaction took effect.");
            await trial.ExpectMissingAsync("new").ConfigureAwait(false);
            await trial.ExpectStoredAsync(item).ConfigureAwait(false);
        }
    }

    private static async Task RefusalsAsync(TableTrial trial)
    {
        var first = await trial.PutAsync(new TableItem(trial.Key("1")) { ["n"] = 1, ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(150) }).ConfigureAwait(false);
        var fourth = await trial.PutAsync(new TableItem(trial.Key("4")) { ["t"] = TableValue.SetOf("x") }).ConfigureAwait(false);
        var result = await trial.TransactAsync(
            new TablePut(new TableItem(first.Key)) { Condition = TableCondition.ItemMissing },
            new TablePut(new TableItem(trial.Key("2"))),
            new TableUpdate(trial.Key("3")) { Condition = TableCondition.ItemExists }.Set("a", 1),
            new TableCheck(fourth.Key, TableCondition.Contains("t", "y")),
            new TableDelete(trial.Key("5")) { Condition = TableCondition.Exists("a") }).ConfigureAwait(false);
        trial.Expect(!result.Committed, "the transaction took effect.");
        var indexes = string.Join(' ', result.Refusals.Select(refusal => refusal.Index));
        trial.Expect(indexes == "0 2 3 4", $"expected the refusals 0 2 3 4, but they are {indexes}.");
        trial.ExpectSame(first, result.Refusals[0].Item);
        trial.ExpectSame(null, result.Refusals[1].Item);
        trial.ExpectSame(fourth, result.Refusals[2].Item);
        trial.ExpectSame(null, result.Refusals[3].Item);
    }

    private static async Task OnlyChecksAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(new TableItem(trial.Key("1")) { ["n"] = 1 }).ConfigureAwait(false);
        var passed = await trial.TransactAsync(new TableCheck(item.Key, TableCondition.Equal("n", 1)), new TableCheck(trial.Key("2"), TableCondition.ItemMissing)).ConfigureAwait(false);
        trial.Expect(passed.Committed, "the checks were refused.");
        var refused = await trial.TransactAsync(new TableCheck(item.Key, TableCondition.Equal("n", 2))).ConfigureAwait(false);
        trial.Expect(!refused.Committed, "the check passed.");
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
        await trial.ExpectMissingAsync("2").ConfigureAwait(false);
    }

    private static async Task AcrossTablesAsync(TableTrial trial)
    {
        var here = new TableItem(trial.Key("1")) { ["where"] = "here" };
        var there = new TableItem(trial.Key("1")) { ["where"] = "there" };
        var result = await trial.TransactAsync(new TablePut(here), new TablePut(there) { Table = trial.Other }).ConfigureAwait(false);
        trial.Expect(result.Committed, "the transaction was refused.");
        await trial.ExpectStoredAsync(here).ConfigureAwait(false);
        await trial.ExpectStoredAsync(there, trial.Other).ConfigureAwait(false);
    }

    private static async Task AcrossTablesRefusedAsync(TableTrial trial)
    {
        var there = await trial.PutAsync(new TableItem(trial.Key("1")) { ["where"] = "there" }, trial.Other).ConfigureAwait(false);
        var put = new TablePut(new TableItem(trial.Key("1")));
        var result = await trial.TransactAsync(put, put with { Table = trial.Other, Condition = TableCondition.ItemMissing }).ConfigureAwait(false);
        trial.Expect(result.Refusals is [{ Index: 1 }], "the transaction was not refused for its second write alone.");
        trial.ExpectSame(there, result.Refusals[0].Item);
        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
        await trial.ExpectStoredAsync(there, trial.Other).ConfigureAwait(false);
    }

    private static async Task FullAsync(TableTrial trial)
    {
        var result = await trial.TransactAsync([.. Puts(trial, 100)]).ConfigureAwait(false);
        trial.Expect(result.Committed, "the transaction was refused.");
        var count = (await trial.QueryAsync(new TableQuery(trial.Partition)).ConfigureAwait(false)).Count;
        trial.Expect(count == 100, $"{count} of 100 items are there.");
    }

    private static async Task CountAsync(TableTrial trial)
    {
        await RefusedAsync(trial, "no writes", []).ConfigureAwait(false);
        await RefusedAsync(trial, "101 writes", [.. Puts(trial, 101)]).ConfigureAwait(false);
        await trial.ExpectMissingAsync("000").ConfigureAwait(false);
    }

    private static async Task TwiceAsync(TableTrial trial)
    {
        await RefusedAsync(trial, "put and update", new TablePut(new TableItem(trial.Key("1"))), new TableUpdate(trial.Key("1")).Set("a", 1)).ConfigureAwait(false);
        await RefusedAsync(trial, "check and delete", new TableCheck(trial.Key("1"), TableCondition.ItemMissing), new TableDelete(trial.Key("1")) { Table = trial.Table }).ConfigureAwait(false);
        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
    }

    private static Task ForeignAsync(TableTrial trial) =>
        RefusedAsync(trial, "another kind of table", new TablePut(new TableItem(trial.Key("1"))) { Table = new ForeignTable() });

    private static async Task TokenAsync(TableTrial trial)
    {
        var token = Guid.NewGuid().ToString();
        for (var turn = 0; turn < 3; turn++)
        {
            var writes = new TableWrite[] { new TableUpdate(trial.Key("1")).Add("n", 1).AddToSet("s", "a", "b"), new TablePut(new TableItem(trial.Key("2")) { ["m"] = TableValue.MapOf([new("x", 1), new("y", 2)]) }) { Condition = TableCondition.ItemMissing } };
            var result = await trial.Table.TransactAsync(writes, token, CancellationToken.None).ConfigureAwait(false);
            trial.Expect(result.Committed, $"sending number {turn + 1} was refused.");
        }

        await trial.ExpectStoredAsync(new TableItem(trial.Key("1")) { ["n"] = 1, ["s"] = TableValue.SetOf("a", "b") }).ConfigureAwait(false);
    }

    private static async Task OtherWritesAsync(TableTrial trial)
    {
        var token = Guid.NewGuid().ToString();
        var update = new TableUpdate(trial.Key("1")).Add("n", 1);
        await trial.Table.TransactAsync([update], token, CancellationToken.None).ConfigureAwait(false);
        TableWrite[][] others = [[new TableUpdate(trial.Key("1")).Add("n", 2)], [new TableUpdate(trial.Key("2")).Add("n", 1)], [update, new TableDelete(trial.Key("2"))], [update with { Condition = TableCondition.ItemExists }]];
        foreach (var writes in others)
        {
            await trial.ExpectRefusedAsync("other writes", key: null, () => trial.Table.TransactAsync(writes, token, CancellationToken.None).AsTask()).ConfigureAwait(false);
        }

        await trial.ExpectStoredAsync(new TableItem(trial.Key("1")) { ["n"] = 1 }).ConfigureAwait(false);
    }

    private static async Task WithoutTokenAsync(TableTrial trial)
    {
        var update = new TableUpdate(trial.Key("1")).Add("n", 1);
        await trial.TransactAsync(update).ConfigureAwait(false);
        await trial.TransactAsync(update).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(trial.Key("1")) { ["n"] = 2 }).ConfigureAwait(false);
    }

    private static async Task TokenLengthAsync(TableTrial trial)
    {
        foreach (var token in new[] { "", new string('t', 37) })
        {
            await trial.ExpectThrowsAsync<ArgumentException>(
                $"a token of {token.Length} characters",
                () => trial.Table.TransactAsync([new TableDelete(trial.Key("1"))], token, CancellationToken.None).AsTask()).ConfigureAwait(false);
        }
    }

    private static async Task TooLargeAsync(TableTrial trial)
    {
        var text = new string('x', 390_000);
        var puts = Enumerable.Range(0, 11).Select(n => new TablePut(new TableItem(trial.Key($"{n}")) { ["text"] = text })).ToArray();
        await trial.ExpectRefusedAsync("11 items of 390 KB", key: null, () => trial.TransactAsync(puts)).ConfigureAwait(false);
        await trial.ExpectMissingAsync("0").ConfigureAwait(false);
        var result = await trial.TransactAsync(puts[..10]).ConfigureAwait(false);
        trial.Expect(result.Committed, "10 items of 390 KB were refused.");
    }

    private static IEnumerable<TablePut> Puts(TableTrial trial, int count) =>
        Enumerable.Range(0, count).Select(n => new TablePut(new TableItem(trial.Key($"{n:D3}")) { ["n"] = n }));

    private static async Task RefusedAsync(TableTrial trial, string what, params TableWrite[] writes) =>
        await trial.ExpectThrowsAsync<ArgumentException>(what, () => trial.TransactAsync(writes)).ConfigureAwait(false);
}
