using Patterns.Tables;

namespace Patterns.Testing;

internal static class ValueLaws
{
    private static readonly Dictionary<string, TableValue> Values = new(StringComparer.Ordinal)
    {
        ["an empty text"] = "",
        ["a text of any script"] = "größer ≥ 𝄞 \"quoted\" \\ \n\t\u0001 עברית",
        ["a negative number"] = -17,
        ["zero"] = 0,
        ["the greatest long"] = long.MaxValue,
        ["a number of 28 digits"] = 1234567890123456789012345678m,
        ["a decimal fraction"] = -0.1m,
        ["the smallest fraction"] = 0.0000000000000000000000000001m,
        ["a number with 28 digits after the point"] = 1.2345678901234567890123456789m,
        ["the greatest decimal"] = decimal.MaxValue,
        ["the least decimal"] = decimal.MinValue,
        ["a number with zeros at its end"] = 1.500m,
        ["true"] = true,
        ["false"] = false,
        ["bytes"] = TableValue.From(new byte[] { 0, 1, 127, 128, 255 }),
        ["no bytes"] = TableValue.From(ReadOnlySpan<byte>.Empty),
        ["nothing"] = TableValue.Null,
        ["a set"] = TableValue.SetOf("b", "a", "𝄞"),
        ["an empty list"] = TableValue.ListOf(),
        ["an empty map"] = TableValue.MapOf([]),
        ["a list of all kinds"] = TableValue.ListOf("text", 1, true, TableValue.Null, TableValue.From([7]), TableValue.SetOf("s"), TableValue.ListOf("nested"), TableValue.MapOf([])),
        ["maps in maps"] = Nested(depth: 10),
    };

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        .. Values.Select(value => KeyValuePair.Create<string, Func<TableTrial, Task>>($"a table keeps {value.Key}", trial => RoundTripAsync(trial, value.Value))),
        new("attributes may have any name", NamesAsync),
        new("the order in a list is kept", OrderAsync),
    ];

    private static async Task RoundTripAsync(TableTrial trial, TableValue value)
    {
        var item = await trial.PutAsync(new TableItem(trial.Key("1")) { ["value"] = value }).ConfigureAwait(false);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);
    }

    private static async Task NamesAsync(TableTrial trial)
    {
        var names = new[] { "a.b", "a b", "a[0]", "größe", "𝄞", "#name", ":value", "status", "SELECT", "0", new string('n', 255) };
        var item = new TableItem(trial.Key("1"), names.Select(name => KeyValuePair.Create(name, TableValue.From(name))));
        await trial.PutAsync(item).ConfigureAwait(false);
        await trial.ExpectStoredAsync(item).ConfigureAwait(false);

        var update = names.Aggregate(new TableUpdate(trial.Key("2")), (made, name) => made.Set(name, name)) with
        {
            Condition = names.Aggregate(TableCondition.ItemMissing, (made, name) => made & TableCondition.Missing(name)),
        };
        await trial.WriteAsync(update).ConfigureAwait(false);
        await trial.ExpectStoredAsync(new TableItem(trial.Key("2"), item.Attributes)).ConfigureAwait(false);
    }

    private static async Task OrderAsync(TableTrial trial)
    {
        var list = TableValue.ListOf(Enumerable.Range(0, 100).Select(n => TableValue.From((n * 37) % 100)));
        await trial.PutAsync(new TableItem(trial.Key("1")) { ["list"] = list }).ConfigureAwait(false);
        var read = await trial.GetAsync("1").ConfigureAwait(false);
        trial.Expect(read?["list"] == list, "the elements came back in another order.");
    }

    private static TableValue Nested(int depth) => depth == 0
        ? TableValue.ListOf("leaf", 1.5m)
        : TableValue.MapOf([new("in", Nested(depth - 1)), new("größe", depth)]);
}
