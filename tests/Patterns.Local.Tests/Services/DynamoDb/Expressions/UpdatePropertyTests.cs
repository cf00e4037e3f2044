using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Tests.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class UpdatePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly Dictionary<string, string> Names = new() { ["#a"] = "a", ["#u"] = "ü" };

    private static readonly Gen<string> Paths = Gen.Elements("a", "b", "#u", "a.b", "a.b.c", "b.#a", "c[0]", "c[1].a", "c[0][1]", "a[2]");

    [Fact]
    public void What_is_set_is_read_back_and_nothing_else_changes() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), Paths.ToArbitrary(), AttributeValueGen.Values.ToArbitrary(), (before, path, value) =>
        {
            if (TryApply(before, $"SET {path} = :v", value) is not { } after)
            {
                return path.Length > 2;
            }

            var update = Update($"SET {path} = :v", value);
            var root = update.WrittenRoots.Single();
            return Holds(after, path, value) && before.Attributes.All(pair => pair.Key == root || pair.Value.Equals(after[pair.Key]))
                && after.Attributes.Count <= before.Attributes.Count + 1;
        }).Check(Runs);

    [Fact]
    public void Setting_twice_is_setting_once() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), Gen.Elements("a", "b", "a.b", "c[0]").ToArbitrary(), AttributeValueGen.Values.ToArbitrary(), (before, path, value) =>
            TryApply(before, $"SET {path} = :v", value) is not { } once || once.Equals(TryApply(once, $"SET {path} = :v", value))).Check(Runs);

    [Fact]
    public void What_is_removed_is_gone_and_setting_it_anew_brings_it_back() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), Gen.Elements("a", "b", "a.b", "b.c").ToArbitrary(), (before, path) =>
        {
            var projected = ProjectionExpression.Parse(new ExpressionScope(null, null), path).Apply(before);
            if (projected.Attributes.Count == 0 || TryApply(before, $"REMOVE {path}", null) is not { } without)
            {
                return true;
            }

            var value = projected.Attributes.Single().Value;
            value = path.Contains('.', StringComparison.Ordinal) ? ((MapValue)value).Content.Attributes.Single().Value : value;
            return ProjectionExpression.Parse(new ExpressionScope(null, null), path).Apply(without).Attributes.Count == 0
                && before.Equals(TryApply(without, $"SET {path} = :v", value));
        }).Check(Runs);

    [Fact]
    public void A_number_added_and_taken_away_leaves_the_item_as_it_was() =>
        Prop.ForAll<int, int>((start, step) =>
        {
            var before = PlainItem.Parse($$"""{"n":{{start}}}""");
            var value = new NumberValue(DynamoNumber.Of(step));
            return before.Equals(TryApply(TryApply(before, "ADD n :v", value)!, "SET n = n - :v", value));
        }).Check(Runs);

    [Fact]
    public void Elements_added_to_a_set_and_deleted_again_are_gone() =>
        Prop.ForAll(AttributeValueGen.Sets.ToArbitrary(), AttributeValueGen.Sets.ToArbitrary(), (set, added) =>
        {
            var before = new Item(new Dictionary<string, AttributeValue> { ["s"] = set });
            if (set.Type != added.Type)
            {
                return TryApply(before, "ADD s :v", added) is null;
            }

            var after = TryApply(TryApply(before, "ADD s :v", added)!, "DELETE s :v", added)!;
            var left = ((SetValue)set).Except((SetValue)added);
            return left is null ? after.Attributes.Count == 0 : left.Equals(after["s"]);
        }).Check(Runs);

    [Fact]
    public void The_order_of_actions_does_not_matter() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), Gen.Shuffle(new[] { "SET a = :v", "REMOVE b", "ADD z :n", "DELETE y :s" }).ToArbitrary(), AttributeValueGen.Values.ToArbitrary(), (before, clauses, value) =>
            TryApply(before, string.Join(' ', clauses), value)!.Equals(TryApply(before, "SET a = :v REMOVE b ADD z :n DELETE y :s", value))).Check(Runs);

    [Fact]
    public void Removals_from_a_list_take_the_positions_before_the_update() =>
        Prop.ForAll(Gen.SubListOf(Enumerable.Range(0, 8).ToArray()).ToArbitrary(), Gen.Choose(0, 8).ToArbitrary(), (removed, length) =>
        {
            var before = PlainItem.Parse($$"""{"l":[{{string.Join(',', Enumerable.Range(0, length))}}]}""");
            var expected = PlainItem.Parse($$"""{"l":[{{string.Join(',', Enumerable.Range(0, length).Except(removed))}}]}""");
            return removed.Count == 0 || expected.Equals(TryApply(before, $"REMOVE {string.Join(',', removed.Select(index => $"l[{index}]"))}", null));
        }).Check(Runs);

    [Fact]
    public void The_written_part_is_what_a_projection_of_the_paths_finds() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), Gen.Elements("a", "a.b", "b.a, c", "c[0], c[1]", "b, a.c").ToArbitrary(), (item, paths) =>
            Update($"REMOVE {paths}", null).SelectWritten(item).Equals(ProjectionExpression.Parse(new ExpressionScope(null, null), paths).Apply(item))).Check(Runs);

    // An index beyond the end appends: then the value is somewhere in the list.
    private static bool Holds(Item item, string path, AttributeValue value) => path[^1] == ']'
        ? Matches(item, $"contains({path[..path.LastIndexOf('[')]}, :v)", value)
        : Matches(item, $"{path} = :v", value);

    private static bool Matches(Item item, string condition, AttributeValue value) =>
        ConditionExpression.Parse(Scope(value), condition, "ConditionExpression").Matches(item);

    private static UpdateExpression Update(string text, AttributeValue? value) => UpdateExpression.Parse(Scope(value), text);

    private static Item? TryApply(Item before, string text, AttributeValue? value)
    {
        try
        {
            return Update(text, value).Apply(before);
        }
        catch (AwsException error) when (error.Code == "ValidationException" && !error.Message.StartsWith("Invalid ", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static ExpressionScope Scope(AttributeValue? value)
    {
        var values = new Dictionary<string, AttributeValue>(PlainItem.Parse("""{":n":1,":s":{"SS":["x"]}}""").Attributes);
        if (value is not null)
        {
            values[":v"] = value;
        }

        return new ExpressionScope(Names, values);
    }
}
