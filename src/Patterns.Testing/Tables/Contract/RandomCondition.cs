using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A condition, and the same in terms of a <see cref="ModelItem"/>.</summary>
internal sealed record RandomCondition(TableCondition Condition, Func<ModelItem?, bool> Holds)
{
    private const int Kinds = 13;

    public static RandomCondition Next(Random random, int depth = 2)
    {
        var number = random.Next(-2, 4);
        var text = RandomText(random);
        var name = random.GetItems(["n", "t", "s"], 1)[0];
        var moment = RandomMoment(random);
        return random.Next(depth > 0 ? Kinds : Kinds - 3) switch
        {
            0 => new(TableCondition.ItemExists, item => item is not null),
            1 => new(TableCondition.ItemMissing, item => item is null),
            2 => new(TableCondition.Exists(name), item => item?[name] is not null),
            3 => new(TableCondition.Missing(name), item => item?[name] is null),
            4 => new(TableCondition.Equal(name, number), item => item?[name] is long n && n == number),
            5 => new(TableCondition.NotEqual(name, text), item => item?[name] is not string t || t != text),
            6 => Ordered(random, name, number, item => item?[name] is long n ? n.CompareTo(number) : null),
            7 => Ordered(random, name, text, item => item?[name] is string t ? string.CompareOrdinal(t, text) : null),
            8 => new(TableCondition.Contains(name, text), item => name == "s" && item?.Set.Contains(text) == true),
            9 => new(TableCondition.Expired(moment), item => item?["e"] is long seconds && seconds <= moment.ToUnixTimeSeconds()),
            var kind => Combined(kind, Next(random, depth - 1), Next(random, depth - 1)),
        };
    }

    public static string RandomText(Random random) => random.GetItems(["a", "b", "ab", "c", "é"], 1)[0];

    public static DateTimeOffset RandomMoment(Random random) => new DateTimeOffset(2130, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(5));

    private static RandomCondition Ordered(Random random, string name, TableValue value, Func<ModelItem?, int?> compare) => random.Next(4) switch
    {
        0 => new(TableCondition.Less(name, value), item => compare(item) < 0),
        1 => new(TableCondition.LessOrEqual(name, value), item => compare(item) <= 0),
        2 => new(TableCondition.Greater(name, value), item => compare(item) > 0),
        _ => new(TableCondition.GreaterOrEqual(name, value), item => compare(item) >= 0),
    };

    private static RandomCondition Combined(int kind, RandomCondition left, RandomCondition right) => kind switch
    {
        Kinds - 3 => new(left.Condition & right.Condition, item => left.Holds(item) && right.Holds(item)),
        Kinds - 2 => new(left.Condition | right.Condition, item => left.Holds(item) || right.Holds(item)),
        _ => new(!left.Condition, item => !left.Holds(item)),
    };
}
