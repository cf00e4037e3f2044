using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class ProjectionExpressionTests
{
    public static TheoryData<ExpressionCase> Results => ExpressionCase.Table(ProjectionCases.Results);

    public static TheoryData<ExpressionCase> Errors => ExpressionCase.Table(ProjectionCases.Errors);

    [Theory]
    [MemberData(nameof(Results))]
    public void A_projection_returns_what_the_service_returns(ExpressionCase row) =>
        Assert.Equal(PlainItem.Parse(row.Expected), ProjectionExpression.Parse(row.Scope(), row.Expression).Apply(row.Item()));

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_malformed_projection_is_refused_in_the_services_words(ExpressionCase row) => Assert.Equal(
        row.Error("ProjectionExpression"), Assert.Throws<AwsException>(() => ProjectionExpression.Parse(row.Scope(), row.Expression)).Message);

    [Fact]
    public void A_projection_may_not_be_empty() => Assert.Equal(
        "Invalid ProjectionExpression: The expression can not be empty;",
        Assert.Throws<AwsException>(() => ProjectionExpression.Parse(new ExpressionScope(null, null), "")).Message);

    [Fact]
    public void The_attributes_that_are_returned_are_known()
    {
        var projection = ProjectionExpression.Parse(new ExpressionScope(null, null), "a, b.c, b.d, e[0]");

        Assert.Equal(["a", "b", "e"], projection.RootAttributes);
        Assert.Equal(["b", "e"], projection.NestedRoots);
    }
}
