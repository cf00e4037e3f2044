using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Tests.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class ConditionPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly Dictionary<string, string> Names = new() { ["#u"] = "ü", ["#w"] = "with space" };

    private static readonly Gen<string> Paths = Gen.Elements("a", "b", "c", "#u", "#w", "a.b", "b[0]", "c.a[1].#u");

    // Values that compare: two of a kind, so that ranges hold often enough.
    private static readonly Gen<Dictionary<string, AttributeValue>> Values =
        from sample in Gen.ArrayOf(AttributeValueGen.Scalars, 4)
        select sample.Select((value, i) => (Key: $":{i}", value)).ToDictionary(pair => pair.Key, pair => pair.value);

    private static readonly Gen<string> Operands = Gen.OneOf(Paths, Gen.Elements(":0", ":1", ":2", ":3"));

    private static readonly Gen<string> Leaves = Gen.OneOf(
        from left in Paths from comparator in Gen.Elements("=", "<>", "<", "<=", ">", ">=") from right in Gen.Elements(":0", ":1", ":2", ":3") select $"{left} {comparator} {right}",
        from path in Paths from function in Gen.Elements("attribute_exists", "attribute_not_exists") select $"{function}({path})",
        from path in Paths from value in Gen.Elements(":0", ":1") select $"contains({path}, {value})",
        from path in Paths from values in Gen.NonEmptyListOf(Gen.Elements(":0", ":1", ":2", ":3")) select $"{path} IN ({string.Join(',', values)})");

    private static readonly Gen<Tree> Trees = Gen.Sized(size => TreeOfDepth(Math.Min(size / 12, 4)));

    private static readonly Gen<(Item Item, Dictionary<string, AttributeValue> Values)> Worlds =
        from item in AttributeValueGen.Items
        from values in Values
        select (item, values);

    [Fact]
    public void Logical_operators_combine_what_their_parts_say_by_precedence() =>
        Prop.ForAll(Worlds.ToArbitrary(), Trees.ToArbitrary(), (world, tree) =>
            Holds(world, tree.Text(0)) == tree.Holds(leaf => Holds(world, leaf))).Check(Runs);

    [Fact]
    public void Negation_obeys_de_morgan() =>
        Prop.ForAll(Worlds.ToArbitrary(), Leaves.ToArbitrary(), Leaves.ToArbitrary(), (world, x, y) =>
            Holds(world, $"NOT ({x} AND {y})") == Holds(world, $"NOT {x} OR NOT {y}")
            && Holds(world, $"NOT ({x} OR {y})") == Holds(world, $"NOT {x} AND NOT {y}")
            && Holds(world, $"NOT NOT {x}") == Holds(world, x)
            && Holds(world, $"NOT {x}") != Holds(world, x)).Check(Runs);

    [Fact]
    public void Parentheses_and_order_of_parts_change_nothing() =>
        Prop.ForAll(Worlds.ToArbitrary(), Leaves.ToArbitrary(), Leaves.ToArbitrary(), (world, x, y) =>
            Holds(world, $"({x}) AND ({y})") == Holds(world, $"{y} AND {x}")
            && Holds(world, $"(({x}) OR {y})") == Holds(world, $"{y} or {x}")).Check(Runs);

    [Fact]
    public void Between_is_a_pair_of_comparisons() =>
        Prop.ForAll(Worlds.ToArbitrary(), Paths.ToArbitrary(), (world, path) =>
        {
            var ordered = AttributeOrder.TryCompare(world.Values[":0"], world.Values[":1"]) <= 0;
            return !ordered || Holds(world, $"{path} BETWEEN :0 AND :1") == Holds(world, $"{path} >= :0 AND {path} <= :1");
        }).Check(Runs);

    [Fact]
    public void In_is_any_of_its_equalities() =>
        Prop.ForAll(Worlds.ToArbitrary(), Paths.ToArbitrary(), Gen.NonEmptyListOf(Gen.Elements(":0", ":1", ":2", ":3")).ToArbitrary(), (world, path, values) =>
            Holds(world, $"{path} IN ({string.Join(", ", values)})") == Holds(world, string.Join(" OR ", values.Select(value => $"{path} = {value}")))).Check(Runs);

    [Fact]
    public void Comparators_are_mirror_images_and_opposites() =>
        Prop.ForAll(Worlds.ToArbitrary(), Paths.ToArbitrary(), Gen.Elements(":0", ":1").ToArbitrary(), (world, path, value) =>
            Holds(world, $"{path} < {value}") == Holds(world, $"{value} > {path}")
            && Holds(world, $"{path} <= {value}") == Holds(world, $"{value} >= {path}")
            && Holds(world, $"{path} <= {value}") == (Holds(world, $"{path} < {value}") || Holds(world, $"{path} = {value}"))
            && Holds(world, $"{path} <> {value}") != Holds(world, $"{path} = {value}")).Check(Runs);

    [Fact]
    public void Existence_is_what_a_projection_finds() =>
        Prop.ForAll(Worlds.ToArbitrary(), Paths.ToArbitrary(), (world, path) =>
            Holds(world, $"attribute_exists({path})") == (ProjectionExpression.Parse(new ExpressionScope(Names, null), path).Apply(world.Item).Attributes.Count == 1)
            && Holds(world, $"attribute_exists({path})") != Holds(world, $"attribute_not_exists({path})")).Check(Runs);

    [Fact]
    public void A_text_begins_with_each_of_its_beginnings_and_contains_each_of_its_parts() =>
        Prop.ForAll<NonNull<string>, NonNegativeInt, NonNegativeInt>((text, start, length) =>
        {
            var from = start.Get % (text.Get.Length + 1);
            var part = text.Get.Substring(from, length.Get % (text.Get.Length - from + 1));
            var world = (ItemOf(new StringValue(text.Get)), new Dictionary<string, AttributeValue> { [":p"] = new StringValue(part), [":s"] = new StringValue(text.Get[..from]) });
            return Holds(world, "contains(a, :p)") && Holds(world, "begins_with(a, :s)");
        }).Check(Runs);

    [Fact]
    public void Any_operands_compare_without_failing() =>
        Prop.ForAll(Worlds.ToArbitrary(), Operands.ToArbitrary(), Operands.ToArbitrary(), (world, left, right) =>
            left == right || Holds(world, $"{left} = {right}") == Holds(world, $"{right} = {left}")).Check(Runs);

    private static Item ItemOf(AttributeValue value) => new(new Dictionary<string, AttributeValue> { ["a"] = value });

    private static bool Holds((Item Item, Dictionary<string, AttributeValue> Values) world, string text) =>
        ConditionExpression.Parse(new ExpressionScope(Names, world.Values), text, "FilterExpression").Matches(world.Item);

    private static Gen<Tree> TreeOfDepth(int depth) => depth == 0
        ? Leaves.Select(leaf => new Tree("", leaf, []))
        : Gen.OneOf(
            TreeOfDepth(0),
            from part in TreeOfDepth(depth - 1) select new Tree("NOT", "", [part]),
            from kind in Gen.Elements("AND", "OR") from one in TreeOfDepth(depth - 1) from other in TreeOfDepth(depth - 1) select new Tree(kind, "", [one, other]));

    /// <summary>A condition as the tests know it: printed with as few parentheses as precedence needs, and evaluated by hand.</summary>
    private sealed record Tree(string Kind, string Leaf, Tree[] Parts)
    {
        private int Strength => Kind switch { "OR" => 0, "AND" => 1, "NOT" => 2, _ => 3 };

        public string Text(int needed)
        {
            var text = Kind switch
            {
                "" => Leaf,
                "NOT" => $"NOT {Parts[0].Text(Strength)}",
                _ => $"{Parts[0].Text(Strength)} {Kind} {Parts[1].Text(Strength)}",
            };
            return Strength < needed ? $"({text})" : text;
        }

        public bool Holds(Func<string, bool> leafHolds) => Kind switch
        {
            "" => leafHolds(Leaf),
            "NOT" => !Parts[0].Holds(leafHolds),
            "AND" => Parts[0].Holds(leafHolds) && Parts[1].Holds(leafHolds),
            _ => Parts[0].Holds(leafHolds) || Parts[1].Holds(leafHolds),
        };
    }
}
