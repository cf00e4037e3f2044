using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class UpdateExpressionTests
{
    public static TheoryData<ExpressionCase> Results => ExpressionCase.Table(UpdateCases.Results);

    public static TheoryData<ExpressionCase> Failures => ExpressionCase.Table(UpdateCases.Failures);

    public static TheoryData<ExpressionCase> Errors => ExpressionCase.Table(UpdateCases.Errors);

    [Theory]
    [MemberData(nameof(Results))]
    public void An_update_makes_the_item_that_the_service_makes(ExpressionCase row)
    {
        var before = row.Item();

        var after = UpdateExpression.Parse(row.Scope(), row.Expression).Apply(before);

        Assert.Equal(PlainItem.Parse(row.Expected), after);
        Assert.Equal(row.Item(), before);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void An_update_that_does_not_fit_the_item_is_refused(ExpressionCase row)
    {
        var update = UpdateExpression.Parse(row.Scope(), row.Expression);

        Assert.Equal(row.Error("UpdateExpression"), Assert.Throws<AwsException>(() => update.Apply(row.Item())).Message);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_malformed_update_is_refused_in_the_services_words(ExpressionCase row) =>
        Assert.Equal(row.Error("UpdateExpression"), Assert.Throws<AwsException>(() => UpdateExpression.Parse(row.Scope(), row.Expression)).Message);

    [Fact]
    public void The_written_places_are_selected_before_and_after()
    {
        var before = PlainItem.Parse("""{"a":"key","b":{"a":1,"b":2,"c":3},"c":[1,3],"d":1}""");
        var scope = new ExpressionScope(null, PlainItem.Parse("""{":a":2,":b":{"SS":["a"]}}""").Attributes);
        var update = UpdateExpression.Parse(scope, "set b.c=c[1]+b.a,b.a = a,c[1] = a, c[4] = b.a - b.b, c[2] = b.c add c[8] :b, c[6] :a remove d");

        Assert.Equal(PlainItem.Parse("""{"b":{"a":1,"c":3},"c":[3],"d":1}"""), update.SelectWritten(before));
        Assert.Equal(PlainItem.Parse("""{"b":{"a":"key","c":4},"c":["key",3,2]}"""), update.SelectWritten(update.Apply(before)));
        Assert.Equal(["b", "c", "d"], update.WrittenRoots);
        Assert.Equal(["b", "c"], update.NestedRoots);
    }

    [Fact]
    public void Attributes_that_are_only_read_are_not_written()
    {
        var update = UpdateExpression.Parse(new ExpressionScope(null, null), "SET a = x.y, b = if_not_exists(z[0], w)");

        Assert.Equal(["a", "b"], update.WrittenRoots);
        Assert.Equal(["x", "z"], update.NestedRoots);
    }

    [Fact]
    public void An_update_cannot_nest_deeper_than_an_item_may()
    {
        var before = PlainItem.Parse($"{{\"m\":{string.Concat(Enumerable.Repeat("{\"m\":", 30))}1{new string('}', 31)}");
        var path = string.Join('.', Enumerable.Repeat("m", 31));
        var scope = new ExpressionScope(null, PlainItem.Parse("""{":v":1,":m":{"x":1},":mm":{"m":{"x":1}}}""").Attributes);

        Assert.Equal(32, UpdateExpression.Parse(scope, $"SET {path} = :m").Apply(before)["m"]!.Depth);
        Assert.Equal(
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
            Assert.Throws<AwsException>(() => UpdateExpression.Parse(scope, $"SET {path} = :mm").Apply(before)).Message);
    }

    [Fact]
    public void An_update_has_at_most_300_operators()
    {
        static string Sums(int count) => $"SET {string.Join(',', Enumerable.Range(0, count).Select(i => $"a{i}=b+c"))}";

        UpdateExpression.Parse(new ExpressionScope(null, null), Sums(300));
        Assert.Equal(
            "Invalid UpdateExpression: The expression contains too many operators; operator count: 301",
            Assert.Throws<AwsException>(() => UpdateExpression.Parse(new ExpressionScope(null, null), Sums(301))).Message);
    }

    [Fact]
    public void An_update_may_not_be_empty() => Assert.Equal(
        "Invalid UpdateExpression: The expression can not be empty;",
        Assert.Throws<AwsException>(() => UpdateExpression.Parse(new ExpressionScope(null, null), "")).Message);

    [Fact]
    public void Counting_up_is_exact_beyond_binary_fractions()
    {
        var update = UpdateExpression.Parse(new ExpressionScope(null, PlainItem.Parse("""{":tenth":0.1}""").Attributes), "ADD n :tenth");
        var item = Enumerable.Range(0, 30).Aggregate(Item.Empty, (before, _) => update.Apply(before));

        Assert.Equal(PlainItem.Parse("""{"n":3}"""), item);
    }
}
