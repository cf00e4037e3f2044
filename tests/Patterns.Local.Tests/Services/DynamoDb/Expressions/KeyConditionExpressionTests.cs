using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class KeyConditionExpressionTests
{
    public static TheoryData<ExpressionCase> Results => ExpressionCase.Table(KeyConditionCases.Results);

    public static TheoryData<ExpressionCase> Errors => ExpressionCase.Table(KeyConditionCases.Errors);

    [Theory]
    [MemberData(nameof(Results))]
    public void A_key_condition_is_a_partition_and_a_range_in_it(ExpressionCase row)
    {
        var key = KeyConditionExpression.Parse(row.Scope(), row.Expression, "pk", "sk");

        Assert.Equal(row.Expected, key.Range is null ? ValueText.Of(key.Partition) : $"{ValueText.Of(key.Partition)} {Describe(key.Range)}");
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_is_no_condition_on_the_key_is_refused(ExpressionCase row) => Assert.Equal(
        row.Error("KeyConditionExpression"),
        Assert.Throws<AwsException>(() => KeyConditionExpression.Parse(row.Scope(), row.Expression, "pk", "sk")).Message);

    [Theory]
    [InlineData("pk = :p AND sk = :p", "Query key condition not supported")]
    [InlineData("y = :p AND z = :p", "Query key condition not supported")]
    [InlineData("z = :p", "Query condition missed key schema element: pk")]
    public void A_key_without_a_sort_key_takes_one_condition(string expression, string message)
    {
        var scope = new ExpressionScope(null, PlainItem.Parse("""{":p":"p"}""").Attributes);

        Assert.Equal(message, Assert.Throws<AwsException>(() => KeyConditionExpression.Parse(scope, expression, "pk", null)).Message);
    }

    [Theory]
    [InlineData("sk = :b", "b")]
    [InlineData("sk < :b", "a")]
    [InlineData("sk <= :b", "a b")]
    [InlineData("sk > :b", "ba c")]
    [InlineData("sk >= :b", "b ba c")]
    [InlineData("sk BETWEEN :b AND :c", "b ba c")]
    [InlineData("begins_with(sk, :b)", "b ba")]
    public void A_range_contains_the_keys_that_the_condition_allows(string condition, string expected)
    {
        var scope = new ExpressionScope(null, PlainItem.Parse("""{":p":"p",":b":"b",":c":"c"}""").Attributes);
        var range = KeyConditionExpression.Parse(scope, $"pk = :p AND {condition}", "pk", "sk").Range!;

        Assert.Equal(expected, string.Join(' ', new[] { "a", "b", "ba", "c" }.Where(text => range.Contains(new StringValue(text)))));
    }

    private static string Describe(SortKeyRange range) => range.Prefix is not null
        ? $"{ValueText.Of(range.Prefix)}*"
        : $"{(range.LowIncluded ? '[' : '(')}{Text(range.Low)},{Text(range.High)}{(range.HighIncluded ? ']' : ')')}";

    private static string Text(AttributeValue? value) => value is null ? "" : ValueText.Of(value);
}
