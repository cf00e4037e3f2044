namespace Patterns.Core.Tests.Records;

public sealed class FailureAttributesTests
{
    [Fact]
    public void A_text_for_an_attribute_is_short_and_never_cut_inside_a_character()
    {
        var text = FailureAttributes.Clean(new string('x', 255) + "😀");

        Assert.Equal(new string('x', 255), text);
    }

    [Theory]
    [InlineData("", "-")]
    [InlineData("a\0b", "a b")]
    [InlineData("two\nlines", "two\nlines")]
    public void A_text_for_an_attribute_has_only_what_channels_take(string text, string expected) =>
        Assert.Equal(expected, FailureAttributes.Clean(text));
}
