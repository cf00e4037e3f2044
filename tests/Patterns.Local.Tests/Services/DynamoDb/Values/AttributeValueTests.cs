using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

public sealed class AttributeValueTests
{
    [Theory]
    [InlineData("""{"S":"abc"}""", 3)]
    [InlineData("""{"S":"ü€😀"}""", 9)]
    [InlineData("""{"N":"1234"}""", 3)]
    [InlineData("""{"B":"AQID"}""", 3)]
    [InlineData("""{"BOOL":true}""", 1)]
    [InlineData("""{"NULL":true}""", 1)]
    [InlineData("""{"SS":["a","bcd"]}""", 4)]
    [InlineData("""{"NS":["1","-1"]}""", 5)]
    [InlineData("""{"BS":["AQ==","AgM="]}""", 3)]
    [InlineData("""{"L":[]}""", 3)]
    [InlineData("""{"L":[{"S":"abc"},{"BOOL":true}]}""", 9)]
    [InlineData("""{"M":{}}""", 3)]
    [InlineData("""{"M":{"ab":{"S":"abc"}}}""", 9)]
    [InlineData("""{"M":{"ü":{"L":[{"NULL":true}]}}}""", 11)]
    public void The_size_is_counted_as_the_service_does(string json, int size) => Assert.Equal(size, ValueJson.Value(json).Size);

    [Fact]
    public void The_size_of_an_item_includes_the_names_of_its_attributes() =>
        Assert.Equal(2 + 3 + 2 + 1, ValueJson.Item("""{"pk":{"S":"abc"},"ü":{"BOOL":true}}""").Size);

    [Theory]
    [InlineData("""{"N":"1"}""", """{"N":"1.0"}""", true)]
    [InlineData("""{"N":"1"}""", """{"S":"1"}""", false)]
    [InlineData("""{"SS":["a","b"]}""", """{"SS":["b","a"]}""", true)]
    [InlineData("""{"SS":["a","b"]}""", """{"SS":["a"]}""", false)]
    [InlineData("""{"NS":["1","2"]}""", """{"NS":["2.0","1e0"]}""", true)]
    [InlineData("""{"SS":["1"]}""", """{"NS":["1"]}""", false)]
    [InlineData("""{"L":[{"S":"a"},{"S":"b"}]}""", """{"L":[{"S":"b"},{"S":"a"}]}""", false)]
    [InlineData("""{"L":[{"S":"a"}]}""", """{"L":[{"S":"a"}]}""", true)]
    [InlineData("""{"M":{"a":{"S":"1"},"b":{"S":"2"}}}""", """{"M":{"b":{"S":"2"},"a":{"S":"1"}}}""", true)]
    [InlineData("""{"M":{"a":{"S":"1"}}}""", """{"M":{"b":{"S":"1"}}}""", false)]
    [InlineData("""{"B":"AQ=="}""", """{"B":"AQ=="}""", true)]
    [InlineData("""{"BOOL":true}""", """{"BOOL":false}""", false)]
    [InlineData("""{"NULL":true}""", """{"NULL":true}""", true)]
    public void Values_are_equal_when_type_and_content_are(string left, string right, bool areEqual)
    {
        var (one, other) = (ValueJson.Value(left), ValueJson.Value(right));

        Assert.Equal(areEqual, one.Equals(other));
        Assert.True(!areEqual || one.GetHashCode() == other.GetHashCode());
    }

    [Fact]
    public void Strings_are_ordered_by_their_utf8_bytes()
    {
        string[] ordered = ["", "A", "B", "a", "aa", "ab", "z", "¿", "ü", "\ud7ff", "\ue000", "\uffee", "😀", "😁"];

        Assert.Equal(ordered, ordered.Reverse().Select(text => new StringValue(text)).OrderBy(value => value, AttributeOrder.Instance).Select(value => value.Text));
    }

    [Fact]
    public void Binaries_are_ordered_by_unsigned_bytes()
    {
        string[] ordered = ["", "00", "0001", "01", "7F", "80", "FF"];

        Assert.Equal(ordered, ordered.Reverse().Select(hex => new BinaryValue(Convert.FromHexString(hex)))
            .OrderBy(value => value, AttributeOrder.Instance).Select(value => Convert.ToHexString(value.Bytes.Span)));
    }

    [Fact]
    public void Values_of_different_types_have_no_order()
    {
        Assert.Null(AttributeOrder.TryCompare(new StringValue("1"), ValueJson.Value("""{"N":"1"}""")));
        Assert.Null(AttributeOrder.TryCompare(BooleanValue.True, BooleanValue.False));
        Assert.Throws<InvalidOperationException>(() => AttributeOrder.Instance.Compare(NullValue.Instance, NullValue.Instance));
    }

    [Fact]
    public void A_large_set_finds_its_elements()
    {
        var set = (SetValue)ValueJson.Value($$"""{"NS":[{{string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"{i}\""))}}]}""");

        Assert.True(set.Contains(new NumberValue(DynamoNumber.Of(99))));
        Assert.False(set.Contains(new NumberValue(DynamoNumber.Of(100))));
        Assert.Equal(99, set.Except((SetValue)ValueJson.Value("""{"NS":["5","500"]}"""))!.Elements.Count);
        Assert.Equal(101, set.Union((SetValue)ValueJson.Value("""{"NS":["5","500"]}""")).Elements.Count);
    }
}
