using Patterns.Tables;

namespace Patterns.Core.Tests.Tables;

public sealed class TableArgumentsTests
{
    [Theory]
    [InlineData("", "s")]
    [InlineData("p", "")]
    [InlineData(null, "s")]
    [InlineData("p", null)]
    public void A_key_has_no_empty_parts(string? partition, string? sort)
    {
        Assert.ThrowsAny<ArgumentException>(() => new TableKey(partition!, sort!));
        Assert.ThrowsAny<ArgumentException>(() => new TableKey("p", "s") with { Partition = partition!, Sort = sort! });
    }

    public static TheoryData<TableValue> ValuesWithoutOrder =>
        [TableValue.Null, TableValue.From(true), TableValue.SetOf("a"), TableValue.ListOf(1), TableValue.MapOf([])];

    [Theory]
    [MemberData(nameof(ValuesWithoutOrder))]
    public void Only_values_with_an_order_are_compared(TableValue value)
    {
        var exception = Assert.Throws<ArgumentException>(() => TableCondition.Less("a", value));

        Assert.StartsWith($"'a' is compared with a {value.Kind}, which has no order; texts, numbers and bytes have one.", exception.Message);
        Assert.Throws<ArgumentException>(() => TableCondition.GreaterOrEqual("a", value));
    }

    [Fact]
    public void An_attribute_has_a_name() => Assert.Throws<ArgumentException>(() => new TableItem(new("p", "s")) { [""] = 1 });
}
