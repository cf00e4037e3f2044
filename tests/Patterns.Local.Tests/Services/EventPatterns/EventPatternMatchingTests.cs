using System.Text.Json;
using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Tests.Services.EventPatterns;

public sealed class EventPatternMatchingTests
{
    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"A":"x"}""", false)]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[""]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[""]}""", """{"a":null}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[null]}""", """{"a":""}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":"null"}""", false)]
    [InlineData("""{"a":[null]}""", """{}""", false)]
    [InlineData("""{"a":[true]}""", """{"a":true}""", true)]
    [InlineData("""{"a":[true]}""", """{"a":"true"}""", false)]
    [InlineData("""{"a":[false]}""", """{"a":true}""", false)]
    [InlineData("""{"a":["\u00e9"]}""", """{"a":"é"}""", true)]
    [InlineData("""{"a":["é"]}""", """{"a":"e\u0301"}""", false)]
    [InlineData("""{"a b":["x"]}""", """{"a b":"x"}""", true)]
    [InlineData("""{"\u0061":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"\u0061":"x"}""", true)]
    public void Literals_match_the_equal_value_of_the_same_kind(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"a":[300]}""", """{"a":300}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":300.0}""", true)]
    [InlineData("""{"a":[300.0]}""", """{"a":3e2}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":"300"}""", false)]
    [InlineData("""{"a":["300"]}""", """{"a":300}""", false)]
    [InlineData("""{"a":[0.1]}""", """{"a":0.10}""", true)]
    [InlineData("""{"a":[-0.0]}""", """{"a":0}""", true)]
    [InlineData("""{"a":[9007199254740993]}""", """{"a":9007199254740992}""", false)]
    [InlineData("""{"a":[1e300]}""", """{"a":10e299}""", true)]
    [InlineData("""{"a":[1e300]}""", """{"a":1e301}""", false)]
    public void Numbers_are_compared_by_value(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"abc"}""", true)]
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"ab"}""", true)]
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"cab"}""", false)]
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"Abc"}""", false)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[{"prefix":"1"}]}""", """{"a":12}""", false)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":null}""", false)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{}""", false)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"x.png"}""", true)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"x.png.txt"}""", false)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"x.PNG"}""", false)]
    [InlineData("""{"a":[{"suffix":""}]}""", """{"a":"any"}""", true)]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"AB"}}]}""", """{"a":"abc"}""", true)]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"AB"}}]}""", """{"a":"acb"}""", false)]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":".Png"}}]}""", """{"a":"x.pnG"}""", true)]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":".Png"}}]}""", """{"a":"png"}""", false)]
    [InlineData("""{"a":[{"equals-ignore-case":"Alice"}]}""", """{"a":"aLICE"}""", true)]
    [InlineData("""{"a":[{"equals-ignore-case":"Alice"}]}""", """{"a":"aLICEs"}""", false)]
    [InlineData("""{"a":[{"equals-ignore-case":""}]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[{"equals-ignore-case":""}]}""", """{"a":"x"}""", false)]
    public void Text_operators_look_at_strings_only(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("a*", "a", true)]
    [InlineData("a*", "ba", false)]
    [InlineData("*a", "ba", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("a*b*c", "a--b--c", true)]
    [InlineData("a*b*c", "a--c--b", false)]
    [InlineData("*aba*ba", "ababa", true)]
    [InlineData("*ab*ba", "aba", false)]
    [InlineData("/Users/*/dir/doc.txt", "/Users/me/dir/dir/doc.txt", true)]
    [InlineData("x", "x", true)]
    [InlineData("x", "xx", false)]
    [InlineData("", "", false)]
    [InlineData("""a\\*b""", "a*b", true)]
    [InlineData("""a\\*b""", "axb", false)]
    [InlineData("""a\\\\b""", """a\\b""", true)]
    [InlineData("A*", "a1", false)]
    public void A_star_stands_for_any_text(string wildcard, string text, bool expected) =>
        Verify($$"""{"a":[{"wildcard":"{{wildcard}}"}]}""", $$"""{"a":"{{text}}"}""", expected);

    [Theory]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":5}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":["x","y"]}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":["x","x"]}""", false)]
    [InlineData("""{"a":[{"anything-but":["x","y"]}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":[{"anything-but":["x","y"]}]}""", """{"a":"z"}""", true)]
    [InlineData("""{"a":[{"anything-but":["x","y"]}]}""", """{}""", false)]
    [InlineData("""{"a":[{"anything-but":100}]}""", """{"a":100.0}""", false)]
    [InlineData("""{"a":[{"anything-but":100}]}""", """{"a":"100"}""", true)]
    [InlineData("""{"a":[{"anything-but":[1,2]}]}""", """{"a":2}""", false)]
    [InlineData("""{"a":[{"anything-but":[1,2]}]}""", """{"a":3}""", true)]
    [InlineData("""{"a":[{"anything-but":[0]}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{"a":"out"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{"a":"init"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{"a":7}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{}""", false)]
    [InlineData("""{"a":[{"anything-but":{"prefix":["in","re"]}}]}""", """{"a":"redo"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"suffix":".txt"}}]}""", """{"a":"a.txt"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"suffix":".txt"}}]}""", """{"a":"a.rtf"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"suffix":[".txt",".rtf"]}}]}""", """{"a":"a.rtf"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":"Init"}}]}""", """{"a":"iNIT"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":["Init","X"]}}]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":["Init","X"]}}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":"*/init/*"}}]}""", """{"a":"dir/init/file"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":"*/init/*"}}]}""", """{"a":"dir/other/file"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":["*/init/*","*/post/*"]}}]}""", """{"a":"d/post/f"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":""}}]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":[{"exists":false},{"anything-but":["x"]}]}""", """{}""", true)]
    public void Anything_but_accepts_every_present_value_except_the_named_ones(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""["=",5]""", "5.0", true)]
    [InlineData("""["=",5]""", "6", false)]
    [InlineData("""["<",5]""", "4.99999", true)]
    [InlineData("""["<",5]""", "5", false)]
    [InlineData("""["<=",5]""", "5", true)]
    [InlineData("""[">",5]""", "5", false)]
    [InlineData("""[">",5]""", "5.00001", true)]
    [InlineData("""[">=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "0", false)]
    [InlineData("""[">",0,"<=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "5.1", false)]
    [InlineData("""[">=",-3.5,"<",-1e0]""", "-3.5", true)]
    [InlineData("""[">=",-3.5,"<",-1e0]""", "-1", false)]
    [InlineData("""["=",5]""", "\"5\"", false)]
    [InlineData("""["<",5]""", "null", false)]
    [InlineData("""["<",5]""", "[9,1]", true)]
    public void Numeric_compares_numbers_only(string terms, string value, bool expected) =>
        Verify($$"""{"a":[{"numeric":{{terms}}}]}""", $$"""{"a":{{value}}}""", expected);

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0", false)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("10.0.0.0/0", "255.1.2.3", true)]
    [InlineData("10.0.0.0/24", "10.0.0", false)]
    [InlineData("10.0.0.0/24", "0x0a.0.0.1", false)]
    [InlineData("10.0.0.0/24", "not an address", false)]
    [InlineData("2001:db8:1234:1a00::/56", "2001:db8:1234:1a00:0:0:0:1", true)]
    [InlineData("2001:db8:1234:1a00::/56", "2001:db8:1234:1aff:ffff::", true)]
    [InlineData("2001:db8:1234:1a00::/56", "2001:db8:1234:1b00::", false)]
    [InlineData("2001:db8::/32", "10.0.0.1", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    public void Cidr_matches_addresses_of_its_network(string network, string text, bool expected) =>
        Verify($$"""{"a":[{"cidr":"{{network}}"}]}""", $$"""{"a":"{{text}}"}""", expected);

    [Theory]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{}""", false)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":{"b":1}}""", false)]
    [InlineData("""{"a":[{"exists":false}]}""", """{}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":null}""", false)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":[]}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"c":1}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":"text"}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]},"c":[1]}""", """{"a":{"b":2},"c":1}""", false)]
    [InlineData("""{"a":[{"exists":false},"x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":[{"exists":false},"x"]}""", """{"a":"y"}""", false)]
    public void Exists_asks_for_a_value_at_the_leaf(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x","b":"y","c":1}""", true)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":{"b":{"c":[1]}}}""", """{"a":{"b":{"c":1}}}""", true)]
    [InlineData("""{"a":{"b":{"c":[1]}}}""", """{"a":{"b":1}}""", false)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["1"]}""", """{"a":{"0":"1"}}""", false)]
    [InlineData("""{"detail":{"n":[1]}}""", """{"detail":"{\"n\":1}"}""", false)]
    [InlineData("""{"a":[1]}""", """[{"a":1}]""", false)]
    [InlineData("""{"a":[1]}""", "1", false)]
    public void All_keys_must_match(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":["w","x"]}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":[["w",["x"]]]}""", true)]
    [InlineData("""{"a":{"b":[1]}}""", """{"a":[{"b":2},{"b":1}]}""", true)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[{"b":1,"c":2}]}""", true)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[{"b":1,"c":9},{"b":9,"c":2}]}""", false)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[{"b":1,"c":9},{"b":1,"c":2}]}""", true)]
    [InlineData("""{"a":{"b":{"x":[1]},"c":[2]}}""", """{"a":[{"b":[{"x":1}],"c":9},{"b":[{"x":9},{"x":1}],"c":2}]}""", true)]
    [InlineData("""{"a":{"b":{"x":[1]},"c":[2]}}""", """{"a":[{"b":[{"x":1}],"c":9},{"b":[{"x":9}],"c":2}]}""", false)]
    [InlineData("""{"a":{"b":[1]},"d":{"e":[2]}}""", """{"a":[{"b":1},{"b":3}],"d":[{"e":3},{"e":2}]}""", true)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[[{"b":1}],[{"c":2}]]}""", false)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[[{"b":1,"c":2}],[{"c":2}]]}""", true)]
    [InlineData("""{"a":{"b":[1],"c":[2]}}""", """{"a":[{"b":1},{"x":0}],"a.c":2}""", true)]
    [InlineData("""{"a":{"b":[1],"c":[{"exists":false}]}}""", """{"a":[{"b":1},{"c":2}]}""", false)]
    [InlineData("""{"Records":{"s3":{"object":{"key":[{"prefix":"auto-"}]}},"eventName":[{"prefix":"ObjectCreated:"}]}}""", """{"Records":[{"eventName":"ObjectCreated:Put","s3":{"object":[[{"key":"auto-1"}]]}},{"eventName":"ObjectRemoved:Delete","s3":{"object":{"key":"home-1"}}}]}""", true)]
    public void Conditions_on_one_array_hold_in_one_element(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"a":{"b":[1]}}""", """{"a.b":1}""", true)]
    [InlineData("""{"a.b":[1]}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a.b":[1]}""", """{"a.b":1}""", true)]
    [InlineData("""{"a.b.c":[1]}""", """{"a":{"b.c":1}}""", true)]
    [InlineData("""{"a.b.c":[1]}""", """{"a.b":{"c":1}}""", true)]
    [InlineData("""{"a.b":[1]}""", """{"ab":1}""", false)]
    [InlineData("""{"a.b":[1],"a":{"b":[2]}}""", """{"a":{"b":2}}""", true)]
    [InlineData("""{"a.b":[1],"a":{"c":[2]}}""", """{"a":{"b":1},"a.c":2}""", true)]
    public void A_dot_in_a_key_is_a_step(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Theory]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":2}""", true)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"a":2,"b":1}""", false)]
    [InlineData("""{"c":[3],"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":2,"c":3}""", true)]
    [InlineData("""{"c":[3],"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":2}""", false)]
    [InlineData("""{"d":{"c":[3],"$or":[{"a":[1]},{"b":[2]}]}}""", """{"d":{"a":1,"c":3}}""", true)]
    [InlineData("""{"$or":[{"a":[1],"b":[2]},{"a":[9]}]}""", """{"a":1}""", false)]
    [InlineData("""{"$or":[{"a":[1],"$or":[{"x":[1]},{"y":[1]}]},{"b":[2]}]}""", """{"a":1,"y":1}""", true)]
    [InlineData("""{"$or":[{"a":[1],"$or":[{"x":[1]},{"y":[1]}]},{"b":[2]}]}""", """{"a":1}""", false)]
    [InlineData("""{"$or":[{"d":{"a":[1]}},{"d":{"b":[1]}}],"d":{"c":[1]}}""", """{"d":[{"a":1,"c":1},{"b":1}]}""", true)]
    [InlineData("""{"$or":[{"d":{"a":[1]}},{"d":{"b":[1]}}],"d":{"c":[1]}}""", """{"d":[{"a":1},{"b":1},{"c":1}]}""", false)]
    [InlineData("""{"$or":[{"a":[{"exists":false}]},{"a":["x"]}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"$or":[{"prefix":"a"},{"prefix":"b"}]}""", """{"$or":"bcd"}""", true)]
    [InlineData("""{"$or":["x"]}""", """{"$or":"x"}""", true)]
    public void Or_joins_alternatives_with_their_surroundings(string pattern, string document, bool expected) =>
        Verify(pattern, document, expected);

    [Fact]
    public void A_lone_surrogate_in_a_document_matches_no_text_and_breaks_nothing()
    {
        Verify("""{"a":["x"]}""", """{"a":"\ud800","\udc00":1}""", false);
        Verify("""{"a":[{"anything-but":"x"}]}""", """{"a":"\ud800"}""", true);
    }

    [Fact]
    public void Conditions_on_unrelated_arrays_do_not_multiply_the_search()
    {
        var keys = Enumerable.Range(0, 12).Select(i => $"k{i}").ToArray();
        var pattern = keys.ToDictionary(key => key, _ => new { x = new[] { 1 } });
        var elements = Enumerable.Repeat(new { x = 1 }, 100).ToArray();
        var document = keys.ToDictionary(key => key, object (_) => elements);
        document["z"] = Enumerable.Range(0, 100).Select(i => new { a = i % 2, b = (i + 1) % 2 }).ToArray();
        var impossible = JsonSerializer.Serialize(pattern)[..^1] + """, "z":{"a":[1],"b":[1]}}""";

        Verify(impossible, JsonSerializer.Serialize(document), false);
    }

    private static void Verify(string pattern, string document, bool expected)
    {
        using var parsed = JsonDocument.Parse(document);

        Assert.Equal(expected, EventPattern.Parse(pattern, PatternDialect.EventBridge).Matches(parsed.RootElement));
    }
}
