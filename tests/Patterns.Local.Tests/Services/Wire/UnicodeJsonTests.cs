using System.Text;
using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Tests.Services.Wire;

public sealed class UnicodeJsonTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d\ude00 \u00e9 \n"}""")]
    [InlineData("""{"a":"\\ud83d"}""")]
    [InlineData("\"h\u00e4llo\"")]
    [InlineData("")]
    [InlineData("no json \\")]
    [InlineData("no json \\ud83")]
    public void What_has_no_half_characters_stays_as_it_is(string json) => Assert.Null(UnicodeJson.Of(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"\ud83d":"\uDE00"}""", """{"\ufffd":"\ufffd"}""")]
    [InlineData("""["\ud83d\ud83d\ude00\ude00"]""", """["\ufffd\ud83d\ude00\ufffd"]""")]
    [InlineData("""["\\\ud83d\u0041\udbff\\"]""", """["\\\ufffd\u0041\ufffd\\"]""")]
    [InlineData("""["\ud83d\ue000\ud7ff"]""", """["\ufffd\ue000\ud7ff"]""")]
    public void Half_a_character_becomes_the_replacement_character(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(UnicodeJson.Of(Encoding.UTF8.GetBytes(json))!));

    [Fact]
    public void Bytes_that_are_no_UTF_8_become_it_too()
    {
        using var json = UnicodeJson.Parse(new byte[] { (byte)'"', 0xC3, (byte)'"' });

        Assert.Equal("\ufffd", json.RootElement.GetString());
    }

    [Fact]
    public void What_is_no_json_stays_none() => Assert.ThrowsAny<JsonException>(() => UnicodeJson.Parse("""{"a":"\ud800" """));
}
