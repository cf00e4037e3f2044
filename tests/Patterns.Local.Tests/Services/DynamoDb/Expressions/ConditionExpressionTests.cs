using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class ConditionExpressionTests
{
    public static TheoryData<ExpressionCase> Results => ExpressionCase.Table(ConditionCases.Results);

    public static TheoryData<ExpressionCase> Errors => ExpressionCase.Table(ConditionCases.Errors);

    public static TheoryData<string> Words => [.. ReservedWords.All];

    [Theory]
    [MemberData(nameof(Results))]
    public void A_condition_holds_as_the_service_says(ExpressionCase row)
    {
        var condition = ConditionExpression.Parse(row.Scope(), row.Expression, "ConditionExpression");

        Assert.Equal(bool.Parse(row.Expected), condition.Matches(row.Item()));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_malformed_condition_is_refused_in_the_services_words(ExpressionCase row)
    {
        Assert.Equal(row.Error("FilterExpression"), Refusal(row.Scope(), row.Expression, "FilterExpression"));
        Assert.Equal(row.Error("ConditionExpression"), Refusal(row.Scope(), row.Expression, "ConditionExpression"));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_reserved_word_names_no_attribute(string word)
    {
        var isKeyword = word is "AND" or "OR" or "NOT" or "BETWEEN" or "IN" or "SET" or "REMOVE" or "ADD" or "DELETE";
        var expected = isKeyword ? "Syntax error; " : $"Attribute name is a reserved keyword; reserved keyword: {word}";

        Assert.StartsWith($"Invalid FilterExpression: {expected}", Refusal(Scope(), $"{word} = :v", "FilterExpression"), StringComparison.Ordinal);
        Assert.StartsWith("Invalid FilterExpression: ", Refusal(Scope(), $"{word.ToLowerInvariant()} = :v", "FilterExpression"), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_573_reserved_words() => Assert.Equal(573, ReservedWords.All.Count);

    [Fact]
    public void An_item_that_does_not_exist_has_no_attributes()
    {
        Assert.True(ConditionExpression.Parse(Scope(), "attribute_not_exists(pk)", "ConditionExpression").Matches(Item.Empty));
        Assert.False(ConditionExpression.Parse(Scope(), "attribute_exists(pk)", "ConditionExpression").Matches(Item.Empty));
    }

    [Fact]
    public void An_empty_expression_is_refused() =>
        Assert.Equal("Invalid FilterExpression: The expression can not be empty;", Refusal(Scope(), "", "FilterExpression"));

    [Fact]
    public void An_expression_has_at_most_4_kilobytes()
    {
        var padding = new string(' ', 4096 - "a = :v".Length);

        ConditionExpression.Parse(Scope(), $"a = {padding}:v", "FilterExpression");
        Assert.Equal(
            "Invalid FilterExpression: Expression size has exceeded the maximum allowed size; expression size: 4097",
            Refusal(Scope(), $"a = {padding} :v", "FilterExpression"));
    }

    [Fact]
    public void An_expression_has_at_most_300_operators()
    {
        static string Chain(int nots) => $"{string.Concat(Enumerable.Repeat("NOT ", nots))}a = :v";

        Assert.True(ConditionExpression.Parse(Scope(), Chain(299), "FilterExpression").Matches(Item.Empty));
        Assert.Equal("Invalid FilterExpression: The expression contains too many operators; operator count: 301", Refusal(Scope(), Chain(300), "FilterExpression"));
    }

    [Fact]
    public void Operators_and_parentheses_nest_as_deep_as_the_limit_of_operators_allows()
    {
        var text = $"{string.Concat(Enumerable.Repeat("NOT (", 298))}a = :v{new string(')', 298)}";

        Assert.False(ConditionExpression.Parse(Scope(), text, "FilterExpression").Matches(Item.Empty));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("NOT(")]
    [InlineData("size(")]
    [InlineData("a IN (")]
    [InlineData("(a=:v AND ")]
    public void A_text_that_nests_without_end_is_refused(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4096 / piece.Length));

        Assert.StartsWith("Invalid FilterExpression: ", Refusal(Scope(), text, "FilterExpression"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_takes_at_most_100_operands()
    {
        static string In(int count) => $"a IN ({string.Join(',', Enumerable.Repeat(":v", count))})";

        ConditionExpression.Parse(Scope(), In(100), "FilterExpression");
        Assert.Equal("Invalid FilterExpression: The IN operator is provided with too many operands; number of operands: 101", Refusal(Scope(), In(101), "FilterExpression"));
    }

    [Fact]
    public void The_attributes_that_are_read_are_known()
    {
        var condition = ConditionExpression.Parse(Scope(), "a = :v AND (b.c[0] > :v OR NOT size(#n.x) IN (a, d))", "FilterExpression");

        Assert.Equal(["a", "b", "name", "d"], condition.RootAttributes);
        Assert.Equal(["b", "name"], condition.NestedRoots);
    }

    private static ExpressionScope Scope() => new(
        new Dictionary<string, string> { ["#n"] = "name" },
        new Dictionary<string, AttributeValue> { [":v"] = new StringValue("x") });

    private static string Refusal(ExpressionScope scope, string text, string parameter)
    {
        var error = Assert.Throws<AwsException>(() => ConditionExpression.Parse(scope, text, parameter));
        Assert.Equal("ValidationException", error.Code);
        return error.Message;
    }
}
