using Patterns.Tables;

namespace Patterns.Testing;

internal static class ConditionLaws
{
    private static readonly DateTimeOffset Expiry = new(2150, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly TableCondition Yes = TableCondition.ItemExists;

    private static readonly TableCondition No = TableCondition.ItemMissing;

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        Law(
            "a condition asks whether an attribute is there",
            holds: [TableCondition.Exists("text"), TableCondition.Exists("nothing"), TableCondition.Missing("other")],
            fails: [TableCondition.Missing("text"), TableCondition.Missing("nothing"), TableCondition.Exists("other")]),
        Law(
            "a condition compares values of every kind",
            holds: [.. Same.Select(value => TableCondition.Equal(value.Key, value.Value)), .. Different.Select(value => TableCondition.NotEqual(value.Key, value.Value))],
            fails: [.. Different.Select(value => TableCondition.Equal(value.Key, value.Value)), .. Same.Select(value => TableCondition.NotEqual(value.Key, value.Value))]),
        Law(
            "numbers are compared as numbers",
            holds: [TableCondition.Less("number", 10), TableCondition.LessOrEqual("number", 5), TableCondition.Greater("number", -10), TableCondition.GreaterOrEqual("number", 5.0m)],
            fails: [TableCondition.Less("number", 5), TableCondition.LessOrEqual("number", 4.9m), TableCondition.Greater("number", 5), TableCondition.GreaterOrEqual("number", 10)]),
        Law(
            "texts are compared by their UTF-8 bytes",
            holds: [TableCondition.Greater("text", "B"), TableCondition.Less("text", "ba"), TableCondition.GreaterOrEqual("text", "b"), TableCondition.Less("text", "ä"), TableCondition.Greater("clef", "～")],
            fails: [TableCondition.Less("text", "B"), TableCondition.Greater("text", "ba"), TableCondition.Less("text", "b"), TableCondition.LessOrEqual("clef", "～")]),
        Law(
            "bytes are compared one by one",
            holds: [TableCondition.Less("bytes", TableValue.From([1, 2, 0])), TableCondition.Greater("bytes", TableValue.From([1])), TableCondition.LessOrEqual("bytes", TableValue.From([1, 2])), TableCondition.Less("bytes", TableValue.From([200]))],
            fails: [TableCondition.Greater("bytes", TableValue.From([1, 2, 0])), TableCondition.Less("bytes", TableValue.From([1, 2]))]),
        Law(
            "values of different kinds have no order",
            holds: [!TableCondition.Less("text", 1), !TableCondition.GreaterOrEqual("text", 1)],
            fails: [.. NoOrder.SelectMany(name => new[] { TableCondition.Less(name, 1), TableCondition.GreaterOrEqual(name, 1) }), TableCondition.Less("number", "9")]),
        Law(
            "an attribute that is missing has no order",
            holds: [!TableCondition.Less("other", 1), !TableCondition.Greater("other", 1)],
            fails: [TableCondition.Less("other", 1), TableCondition.LessOrEqual("other", "x"), TableCondition.Greater("other", -1), TableCondition.GreaterOrEqual("other", "")]),
        Law(
            "only a set contains a text",
            holds: [TableCondition.Contains("set", "x"), !TableCondition.Contains("set", "z"), !TableCondition.Contains("text", "b")],
            fails: [TableCondition.Contains("set", "z"), TableCondition.Contains("text", "b"), TableCondition.Contains("list", "x"), TableCondition.Contains("map", "m"), TableCondition.Contains("other", "x")]),
        Law(
            "conditions are combined",
            holds: [Yes & Yes, Yes | No, No | Yes, !No, !!Yes, !(Yes & No), !(No | No), (Yes & No) | (No | Yes), !(!Yes | !Yes), (Yes | No) & !(No & Yes) & (No | (Yes & Yes))],
            fails: [Yes & No, No & Yes, No | No, !Yes, !!No, !(Yes & Yes), !(Yes | No), (Yes & No) | (No & Yes), Yes & !(No | (Yes & Yes))]),
        Law(
            "an item expires at its second",
            holds: [TableCondition.Expired(Expiry), TableCondition.Expired(Expiry.AddSeconds(1)), !TableCondition.Expired(Expiry.AddSeconds(-1)), No | TableCondition.Expired(Expiry)],
            fails: [TableCondition.Expired(Expiry.AddSeconds(-1)), TableCondition.Expired(Expiry.AddTicks(-1)), No | TableCondition.Expired(Expiry.AddDays(-1))]),
        new("of an item that is missing only what is missing holds", MissingItemAsync),
        new("an item without expiry does not expire", NeverExpiresAsync),
    ];

    private static IEnumerable<KeyValuePair<string, TableValue>> Same =>
    [
        new("text", "b"), new("number", 5.00m), new("flag", true), new("nothing", TableValue.Null), new("bytes", TableValue.From([1, 2])),
        new("set", TableValue.SetOf("y", "x")), new("list", TableValue.ListOf("x", 1)), new("map", TableValue.MapOf([new("m", TableValue.ListOf(1.50m))])),
    ];

    private static IEnumerable<KeyValuePair<string, TableValue>> Different =>
    [
        new("text", "B"), new("text", ""), new("number", 5.1m), new("number", "5"), new("flag", false), new("nothing", ""), new("nothing", false),
        new("bytes", TableValue.From([1, 2, 3])), new("set", TableValue.SetOf("x")), new("set", TableValue.ListOf("x", "y")), new("list", TableValue.ListOf(1, "x")),
        new("map", TableValue.MapOf([])), new("map", TableValue.MapOf([new("m", TableValue.ListOf(1))])), new("other", "x"), new("other", TableValue.Null),
    ];

    private static string[] NoOrder => ["text", "flag", "nothing", "bytes", "set", "list", "map"];

    private static KeyValuePair<string, Func<TableTrial, Task>> Law(string name, TableCondition[] holds, TableCondition[] fails) => new(name, async trial =>
    {
        var item = new TableItem(trial.Key("1"), Same) { ["clef"] = "𝄞", ExpiresAt = Expiry };
        await trial.PutAsync(item).ConfigureAwait(false);
        await ExpectAsync(trial, item, holds, expected: true).ConfigureAwait(false);
        await ExpectAsync(trial, item, fails, expected: false).ConfigureAwait(false);
    });

    private static async Task MissingItemAsync(TableTrial trial)
    {
        TableCondition[] holds =
        [
            TableCondition.ItemMissing, TableCondition.Missing("a"), TableCondition.NotEqual("a", 1), !TableCondition.Less("a", 1), !TableCondition.Contains("a", "x"),
            !TableCondition.Expired(Expiry), TableCondition.ItemMissing | TableCondition.Expired(Expiry), TableCondition.ItemMissing & TableCondition.Missing("a"),
        ];
        TableCondition[] fails =
        [
            TableCondition.ItemExists, TableCondition.Exists("a"), TableCondition.Equal("a", 1), TableCondition.Equal("a", TableValue.Null), TableCondition.Less("a", 1),
            TableCondition.GreaterOrEqual("a", 0), TableCondition.Contains("a", "x"), TableCondition.Expired(Expiry), TableCondition.ItemExists | TableCondition.Exists("a"),
        ];
        await ExpectAsync(trial, item: null, holds, expected: true).ConfigureAwait(false);
        await ExpectAsync(trial, item: null, fails, expected: false).ConfigureAwait(false);
    }

    private static async Task NeverExpiresAsync(TableTrial trial)
    {
        var item = await trial.PutAsync(new TableItem(trial.Key("1")) { ["a"] = 1 }).ConfigureAwait(false);
        await ExpectAsync(trial, item, [!TableCondition.Expired(Expiry)], expected: true).ConfigureAwait(false);
        await ExpectAsync(trial, item, [TableCondition.Expired(Expiry)], expected: false).ConfigureAwait(false);
    }

    /// <summary>Asks by a write that changes nothing, or, of a missing item, by a delete.</summary>
    private static async Task ExpectAsync(TableTrial trial, TableItem? item, TableCondition[] conditions, bool expected)
    {
        for (var index = 0; index < conditions.Length; index++)
        {
            TableWrite write = item is null ? new TableDelete(trial.Key("1")) { Condition = conditions[index] } : new TablePut(item) { Condition = conditions[index] };
            var result = await trial.Table.WriteAsync(write, CancellationToken.None).ConfigureAwait(false);
            trial.Expect(
                result.Applied == expected,
                $"condition {index + 1} of those that {(expected ? "hold" : "fail")} ({conditions[index].Kind} {conditions[index].Attribute}) {(expected ? "fails" : "holds")}.");
        }
    }
}
