using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Tests.Services.EventPatterns;

public sealed class EventPatternErrorTests
{
    [Theory]
    [InlineData("""{"key":[["value"]]}""", "Match value must be String, number, true, false, or null", 10)]
    [InlineData("""{"key":[{"wrong-operator":true}]}""", "Unrecognized match type wrong-operator", 31)]
    [InlineData("""{"key":[{"suffix":"value","prefix":"value2"}]}""", "Only one key allowed in match expression", 37)]
    [InlineData("""{"key":[]}""", "Empty arrays are not allowed", 10)]
    [InlineData("""{"key":[{"suffix":100}]}""", "suffix match pattern must be a string", 22)]
    [InlineData("""{"key":[{"suffix":null}]}""", "suffix match pattern must be a string", 23)]
    [InlineData("""{"key":[{"suffix":[]}]}""", "suffix match pattern must be a string", 20)]
    [InlineData("""{"key":{"suffix":"value"}}""", "\"suffix\" must be an object or an array", 19)]
    [InlineData("""{"key_a":"value_one"}""", "\"key_a\" must be an object or an array", 11)]
    [InlineData("""{"key":[{"cidr":["bad-filter"]}]}""", "prefix match pattern must be a string", 18)]
    [InlineData("""{"key":[{"numeric":[]}]}""", "Invalid member in numeric match: ]", 22)]
    [InlineData("""{"key":[{"numeric":["operator"]}]}""", "Unrecognized numeric range operator: operator", 32)]
    [InlineData("""{"key":[{"numeric":[1,"<="]}]}""", "Invalid member in numeric match: 1", 22)]
    [InlineData("""{"key":[{"numeric":["=","000"]}]}""", "Value of equals must be numeric", 26)]
    [InlineData("""{"key":[{"numeric":[">="]}]}""", "Value of >= must be numeric", 26)]
    [InlineData("""{"key":[{"numeric":["<",100,">",10]}]}""", "Too many elements in numeric expression", 30)]
    [InlineData("""{"key":[{"numeric":[">=",1,">",2]}]}""", "Bad numeric range operator: >", 31)]
    [InlineData("""{"key":[{"numeric":[">",3,"<",1]}]}""", "Bottom must be less than top", 33)]
    [InlineData("""{"key":[{"numeric":[">",20,"<="]}]}""", "Value of <= must be numeric", 33)]
    [InlineData("""{"key":[{"numeric":[">",20,30]}]}""", "Bad value in numeric range: 30", 30)]
    [InlineData("""{"key":[{"numeric":[">",20,"test"]}]}""", "Bad numeric range operator: test", 34)]
    [InlineData("""{"key":[{"numeric":[">","20","<","30"]}]}""", "Value of > must be numeric", 26)]
    [InlineData("""{"key":[{"numeric":[">",20,"<","30"]}]}""", "Value of < must be numeric", 33)]
    [InlineData("""{"key":[{"numeric":[">",20,"<",30,"<",50]}]}""", "Too many terms in numeric range expression", 36)]
    [InlineData("""{"key":[{"exists":null}]}""", "exists match pattern must be either true or false.", 23)]
    [InlineData("""{"key":[{"exists":"no"}]}""", "exists match pattern must be either true or false.", 20)]
    [InlineData("""{"key":[{"anything-but":{"wrong-operator":null}}]}""", "Unsupported anything-but pattern: wrong-operator", 47)]
    [InlineData("""{"key":[{"anything-but":{"suffix":"test"}}]}""", "Unsupported anything-but pattern: suffix", 36)]
    [InlineData("""{"key":[{"anything-but":{"exists":false}}]}""", "Unsupported anything-but pattern: exists", 40)]
    [InlineData("""{"key":[{"anything-but":{"prefix":false}}]}""", "prefix match pattern must be a string", 40)]
    public void Errors_have_the_words_and_the_column_of_the_topic_service(string pattern, string reason, int column)
    {
        var error = Refused(pattern, PatternDialect.SnsBody);

        Assert.Equal(reason, error.Message);
        Assert.Equal((1, column), (error.Line, error.Column));
        Assert.Equal($"{reason}\n at [Source: (String)\"{pattern}\"; line: 1, column: {column}]", error.Describe());
    }

    [Theory]
    [InlineData("""{"key":[{"cidr":"bad-filter"}]}""", "Malformed CIDR, one '/' required")]
    [InlineData("""{"key":[{"cidr":"bad-filter/64"}]}""", "Nonstandard IP address: bad-filter")]
    [InlineData("""{"key":[{"cidr":"10.0.0.0/x"}]}""", "Malformed CIDR, mask bits must be an integer")]
    [InlineData("""{"key":[{"cidr":"10.0.0.0/-1"}]}""", "Malformed CIDR, mask bits must not be negative")]
    [InlineData("""{"key":[{"cidr":"xx.11.xx/8"}]}""", "Nonstandard IP address: xx.11.xx")]
    [InlineData("""{"key":[{"cidr":"xxxx:db8:1234:1a00::/64"}]}""", "Nonstandard IP address: xxxx:db8:1234:1a00::")]
    [InlineData("""{"key":[{"cidr":"10.0.0.0/32"}]}""", "IPv4 mask bits must be < 32")]
    [InlineData("""{"key":[{"cidr":"::/128"}]}""", "IPv6 mask bits must be < 128")]
    public void Errors_about_networks_have_no_position(string pattern, string reason)
    {
        var error = Refused(pattern, PatternDialect.SnsAttributes);

        Assert.Equal(reason, error.Describe());
        Assert.Equal(0, error.Column);
    }

    [Theory]
    [InlineData("""["not","an","object"]""", "Filter is not an object")]
    [InlineData("\"text\"", "Filter is not an object")]
    [InlineData("{}", "Empty objects are not allowed")]
    [InlineData("""{"a":{}}""", "Empty objects are not allowed")]
    [InlineData("""{"a":1}""", "\"a\" must be an object or an array")]
    [InlineData("""{"a":[{"NUMERIC":["=",1]}]}""", "Unrecognized match type NUMERIC")]
    [InlineData("""{"a":[{"EXISTS":true}]}""", "Unrecognized match type EXISTS")]
    [InlineData("""{"a":[{}]}""", "Match expression name not found")]
    [InlineData("""{"a":[{"prefix":5}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"prefix":["x"]}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"prefix":{"suffix":"x"}}]}""", "Unsupported prefix pattern: suffix")]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":1}}]}""", "equals-ignore-case match pattern must be a string")]
    [InlineData("""{"a":[{"prefix":{}}]}""", "Prefix expression name not found")]
    [InlineData("""{"a":[{"equals-ignore-case":["x"]}]}""", "equals-ignore-case match pattern must be a string")]
    [InlineData("""{"a":[{"numeric":5}]}""", "Value of numeric must be an array.")]
    [InlineData("""{"a":[{"wildcard":5}]}""", "wildcard match pattern must be a string")]
    [InlineData("""{"a":[{"wildcard":"a**b"}]}""", "Consecutive wildcard characters at pos 2")]
    [InlineData("""{"a":[{"wildcard":"é\\x"}]}""", "Invalid escape character at pos 3")]
    [InlineData("""{"a":[{"anything-but":null}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"a":[{"anything-but":true}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"a":[{"anything-but":["x",null]}]}""", "Inside anything but list, start|null|boolean is not supported.")]
    [InlineData("""{"a":[{"anything-but":["x",1]}]}""", "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [InlineData("""{"a":[{"anything-but":[]}]}""", "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [InlineData("""{"a":[{"anything-but":{}}]}""", "Anything-But expression name not found")]
    [InlineData("""{"a":[{"anything-but":{"prefix":""}}]}""", "Null prefix/suffix not allowed")]
    [InlineData("""{"a":[{"anything-but":{"suffix":[""]}}]}""", "Null prefix/suffix not allowed")]
    [InlineData("""{"a":[{"anything-but":{"prefix":1}}]}""", "prefix/suffix match pattern must be a string")]
    [InlineData("""{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"x"}}}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":[1]}}]}""", "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.")]
    [InlineData("""{"a":[{"anything-but":{"wildcard":[1]}}]}""", "wildcard match pattern must be a string")]
    [InlineData("""{"a":[{"anything-but":"x","prefix":"y"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":["\ud800"]}""", "Text is not valid Unicode")]
    [InlineData("""{"$or":[{"a":[1]}]}""", "Unrecognized match type a")]
    public void Rules_are_refused_with_the_reason(string pattern, string reason) =>
        Assert.Equal(reason, Refused(pattern, PatternDialect.EventBridge).Message);

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\"a\":[1]} x", 1, 11)]
    [InlineData("{\n\"a\": invalid}", 2, 6)]
    public void Malformed_json_is_refused_with_its_position(string pattern, int line, int column)
    {
        var error = Refused(pattern, PatternDialect.EventBridge);

        Assert.StartsWith("failed to parse JSON. ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void A_long_pattern_is_cut_in_the_error()
    {
        var error = Refused($$"""{"a":["{{new string('x', 600)}}",[]]}""", PatternDialect.EventBridge);

        Assert.Contains("\"[truncated 113 chars]; line: 1, column: 611]", error.Describe(), StringComparison.Ordinal);
    }

    private static EventPatternException Refused(string pattern, PatternDialect dialect) =>
        Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern, dialect));
}
