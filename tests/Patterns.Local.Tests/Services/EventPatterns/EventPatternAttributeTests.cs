using Patterns.Local.Services;
using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Tests.Services.EventPatterns;

public sealed class EventPatternAttributeTests
{
    [Theory]
    [InlineData("""{"a":["x"]}""", "String", "x", true)]
    [InlineData("""{"a":["x"]}""", "String.kind", "x", true)]
    [InlineData("""{"a":["x"]}""", "String", "y", false)]
    [InlineData("""{"a":[5]}""", "String", "5", false)]
    [InlineData("""{"a":["5"]}""", "Number", "5", false)]
    [InlineData("""{"a":[5]}""", "Number", "5.0", true)]
    [InlineData("""{"a":[5]}""", "Number.int", "5", true)]
    [InlineData("""{"a":[{"numeric":[">",1,"<",10]}]}""", "Number", "5", true)]
    [InlineData("""{"a":[{"numeric":[">",1,"<",10]}]}""", "String", "5", false)]
    [InlineData("""{"a":[true]}""", "String", "true", false)]
    [InlineData("""{"a":[true]}""", "String.Array", "[true]", true)]
    [InlineData("""{"a":[null]}""", "String.Array", "[null]", true)]
    [InlineData("""{"a":[7]}""", "String.Array", """["x",7]""", true)]
    [InlineData("""{"a":["x"]}""", "String.Array", """["w","x"]""", true)]
    [InlineData("""{"a":["x"]}""", "String.Array", """["w"]""", false)]
    [InlineData("""{"a":["x"]}""", "String.Array", "not json", false)]
    [InlineData("""{"a":["x"]}""", "String.Array", "\"x\"", false)]
    [InlineData("""{"a":[{"anything-but":["x"]}]}""", "String.Array", """["x","y"]""", true)]
    [InlineData("""{"a":[{"anything-but":["x"]}]}""", "String", "y", true)]
    [InlineData("""{"a":[{"exists":true}]}""", "String", "any", true)]
    [InlineData("""{"a":[{"exists":false}]}""", "String", "any", false)]
    [InlineData("""{"a":[{"exists":false}]}""", "String.Array", "[]", false)]
    [InlineData("""{"b":[{"exists":false}]}""", "String", "any", true)]
    [InlineData("""{"a":[{"prefix":"x"},{"suffix":"y"}]}""", "String", "ay", true)]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/8"}]}""", "String", "10.1.2.3", true)]
    [InlineData("""{"a":[{"equals-ignore-case":"X"}]}""", "String", "x", true)]
    [InlineData("""{"a":[{"wildcard":"*-error"}]}""", "String", "io-error", true)]
    [InlineData("""{"$or":[{"a":["x"]},{"b":["x"]}]}""", "String", "x", true)]
    public void An_attribute_matches_by_type_and_value(string pattern, string type, string value, bool expected)
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["a"] = new(type, value, default) };

        Assert.Equal(expected, EventPattern.Parse(pattern, PatternDialect.SnsAttributes).Matches(attributes));
    }

    [Fact]
    public void A_name_with_a_dot_is_found_as_it_stands()
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["a.b"] = MessageAttribute.OfString("x") };

        Assert.True(EventPattern.Parse("""{"a.b":["x"]}""", PatternDialect.SnsAttributes).Matches(attributes));
    }

    [Fact]
    public void Binary_attributes_are_not_there_for_a_pattern()
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["a"] = new("Binary", null, new byte[] { 1 }) };

        Assert.False(EventPattern.Parse("""{"a":[{"exists":true}]}""", PatternDialect.SnsAttributes).Matches(attributes));
        Assert.True(EventPattern.Parse("""{"a":[{"exists":false}]}""", PatternDialect.SnsAttributes).Matches(attributes));
    }

    [Fact]
    public void A_message_without_attributes_matches_only_absence()
    {
        Assert.False(EventPattern.Parse("""{"a":["x"]}""", PatternDialect.SnsAttributes).Matches(attributes: null));
        Assert.True(EventPattern.Parse("""{"a":[{"exists":false}]}""", PatternDialect.SnsAttributes).Matches(attributes: null));
    }
}
