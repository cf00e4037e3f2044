using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Tests.Services.EventPatterns;

public sealed class EventPatternDialectTests
{
    private const string TooComplex =
        "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character";

    [Theory]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"x"}}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":"x"}}]}""", "Unsupported anything-but pattern: equals-ignore-case")]
    [InlineData("""{"a":[{"anything-but":{"suffix":["x"]}}]}""", "Unsupported anything-but pattern: suffix")]
    [InlineData("""{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}""", "Filter policy can not have more than 5 keys")]
    public void Topics_refuse_what_their_language_lacks(string pattern, string reason) =>
        Refuses(PatternDialect.SnsBody, pattern, reason);

    [Fact]
    public void Topics_match_nested_properties_in_bodies_only()
    {
        const string Nested = """{"a":{"b":[1]}}""";
        EventPattern.Parse(Nested, PatternDialect.SnsBody);

        var error = Refuses(PatternDialect.SnsAttributes, Nested, "Filter policy scope MessageAttributes does not support nested filter policy");

        Assert.True(error.IsNesting);
    }

    [Theory]
    [InlineData(150, 1, true)]
    [InlineData(151, 1, false)]
    [InlineData(15, 10, true)]
    [InlineData(16, 10, false)]
    public void Topics_multiply_the_values_of_all_keys_to_at_most_150(int first, int second, bool isAccepted) =>
        Judge(PatternDialect.SnsAttributes, $$"""{"a":[{{Values(first)}}],"b":[{{Values(second)}}]}""", isAccepted);

    [Theory]
    [InlineData(4, true)]
    [InlineData(13, false)]
    public void Topics_weigh_values_with_their_depth(int values, bool isAccepted) =>
        Judge(PatternDialect.SnsBody, $$$"""{"a":{"b":{"c":[{{{Values(values)}}}]}},"d":{"e":["1","2"]}}""", isAccepted);

    [Theory]
    [InlineData(75, 75, true)]
    [InlineData(75, 76, false)]
    public void Topics_add_the_alternatives_of_or(int first, int second, bool isAccepted) =>
        Judge(PatternDialect.SnsAttributes, $$"""{"$or":[{"a":[{{Values(first)}}]},{"b":[{{Values(second)}}]}]}""", isAccepted);

    [Theory]
    [InlineData("""{"a":[{"wildcard":"*a*b*"}]}""", true)]
    [InlineData("""{"a":[{"wildcard":"*a*b*c*"}]}""", false)]
    [InlineData("""{"a":[{"wildcard":"*a1"},{"wildcard":"*a2"},{"wildcard":"*a3"}]}""", true)]
    [InlineData("""{"a":[{"wildcard":"a*1*"},{"wildcard":"b*2*"},{"wildcard":"c*3*"},{"wildcard":"d*4*"}]}""", true)]
    [InlineData("""{"a":[{"wildcard":"a*1*"},{"wildcard":"b*2*"},{"wildcard":"c*3*"},{"wildcard":"d*4*"},{"wildcard":"e*5*"}]}""", false)]
    public void Topics_count_what_wildcards_cost(string pattern, bool isAccepted) =>
        Judge(PatternDialect.SnsAttributes, pattern, isAccepted);

    [Theory]
    [InlineData("""{"a":[{"wildcard":"*:*:*:*:*:event-bus/*"}]}""", false)]
    [InlineData("""{"a":[{"wildcard":"arn:aws:events:us-east-1:*:event-bus/*"}]}""", true)]
    [InlineData("""{"a":[{"wildcard":"/Users/*/dir/dir/dir/dir/dir/doc.txt"}]}""", true)]
    public void Rules_refuse_wildcards_that_the_same_text_follows_again_and_again(string pattern, bool isAccepted)
    {
        if (isAccepted)
        {
            EventPattern.Parse(pattern, PatternDialect.EventBridge);
        }
        else
        {
            Refuses(PatternDialect.EventBridge, pattern, TooComplex);
        }
    }

    [Theory]
    [InlineData("""{"a":[{"wildcard":"x*"}]}""", "Unrecognized match type wildcard")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/8"}]}""", "Unrecognized match type cidr")]
    [InlineData("""{"a":[{"anything-but":{"suffix":"x"}}]}""", "Unsupported anything-but pattern: suffix")]
    public void Mappings_refuse_what_their_language_lacks(string pattern, string reason) =>
        Refuses(PatternDialect.LambdaSqs, pattern, reason);

    [Theory]
    [InlineData("""{"a":[{"anything-but":{"prefix":"x"}}]}""", "Unsupported anything-but pattern: prefix")]
    [InlineData("""{"a":[{"anything-but":{"wildcard":"x"}}]}""", "Unsupported anything-but pattern: wildcard")]
    public void Pipes_have_no_inner_expressions_in_anything_but(string pattern, string reason) =>
        Refuses(PatternDialect.Pipes, pattern, reason);

    [Fact]
    public void Patterns_have_a_greatest_length()
    {
        var pattern = $$"""{"a":["{{new string('x', 4096)}}"]}""";

        Refuses(PatternDialect.EventBridge, pattern, "Pattern is longer than the 4096 bytes that EventBridge rules allow");
        EventPattern.Parse(pattern, PatternDialect.SnsBody);
    }

    [Fact]
    public void Alternatives_cannot_multiply_without_end()
    {
        var or = string.Join(',', Enumerable.Range(0, 10).Select(i => $$"""{"k{{i}}":[1]}"""));
        var pattern = $$$"""{"a":{"$or":[{{{or}}}]},"b":{"$or":[{{{or}}}]},"c":{"$or":[{{{or}}}]},"d":{"$or":[{{{or}}}]}}""";

        Refuses(PatternDialect.EventBridge, pattern, "Rule is too complex - $or multiplies to too many combinations");
    }

    [Theory]
    [InlineData("""{"body":{"n":[1]}}""", true)]
    [InlineData("""{"body.n":[1]}""", true)]
    [InlineData("""{"$or":[{"body":{"n":[1]}},{"x":[1]}]}""", true)]
    [InlineData("""{"body":["text"]}""", false)]
    [InlineData("""{"bodyguard":{"n":[1]}}""", false)]
    [InlineData("{}", false)]
    public void A_mapping_learns_whether_the_payload_must_be_parsed(string pattern, bool expected) =>
        Assert.Equal(expected, EventPattern.Parse(pattern, PatternDialect.LambdaSqs).ReadsInsidePayload);

    [Fact]
    public void An_empty_pattern_matches_everything_where_it_is_allowed()
    {
        Assert.True(EventPattern.Parse("{}", PatternDialect.SnsAttributes).Matches(attributes: null));
        Assert.True(EventPattern.Parse("{}", PatternDialect.LambdaKinesis).Matches(System.Text.Json.JsonElement.Parse("{}")));
    }

    private static void Judge(PatternDialect dialect, string pattern, bool isAccepted)
    {
        if (isAccepted)
        {
            EventPattern.Parse(pattern, dialect);
        }
        else
        {
            var error = Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern, dialect));
            Assert.Contains(error.Message, new[] { "Filter policy is too complex", TooComplex });
        }
    }

    private static EventPatternException Refuses(PatternDialect dialect, string pattern, string reason)
    {
        var error = Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern, dialect));
        Assert.Equal(reason, error.Message);
        return error;
    }

    private static string Values(int count) => string.Join(',', Enumerable.Range(0, count));
}
