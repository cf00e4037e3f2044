using Patterns.Tables;

namespace Patterns.Core.Tests.Tables;

public sealed class TableValueSizeTests
{
    public static TheoryData<TableValue, int> Sizes => new()
    {
        { "größe", 7 },
        { 0, 1 },
        { 7, 2 },
        { 100, 2 },
        { -12.5m, 4 },
        { true, 1 },
        { TableValue.Null, 1 },
        { TableValue.From([1, 2, 3]), 3 },
        { TableValue.SetOf("ab", "c"), 3 },
        { TableValue.ListOf("ab", true), 8 },
        { TableValue.MapOf([new("key", "ab")]), 9 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_value_has_the_size_that_the_service_counts(TableValue value, int size) => Assert.Equal(size, value.GetSize());
}
