using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Tests.Services.EventPatterns;

public sealed class EventPatternPropertyTests
{
    private static readonly string[] Keys = ["a", "b", "c"];

    private static readonly Gen<object> Scalars =
        Gen.Elements<object>("", "x", "10.0.0.1", 0, 1, 2.5m, true, false);

    private static readonly Gen<Dictionary<string, object>> Objects =
        Gen.ListOf(Gen.Zip(Gen.Elements(Keys), Scalars), 3).Select(pairs => pairs.GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Last().Item2));

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", ",", "\"a\"", "\"$or\"", "\"prefix\"", "\"anything-but\"", "\"numeric\"", "\"exists\"",
        "\"wildcard\"", "\"cidr\"", "\"*a\\\\\"", "\"10.0.0.0/8\"", "\">\"", "\"<=\"", "1", "-2.5e3", "1e999", "true", "null", " ", "\n", "\\", "\"\\ud800\"",
    ];

    [Fact]
    public void A_pattern_of_exact_values_matches_exactly_the_documents_that_have_them() =>
        Prop.ForAll(Objects.ToArbitrary(), Objects.ToArbitrary(), (wanted, document) =>
        {
            var pattern = wanted.ToDictionary(pair => pair.Key, pair => new[] { pair.Value });
            var expected = wanted.All(pair => document.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));

            return wanted.Count == 0 || Matches(JsonSerializer.Serialize(pattern), document) == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Anything_but_is_the_opposite_of_the_value_wherever_there_is_one() =>
        Prop.ForAll(Objects.ToArbitrary(), Gen.Elements<object>("", "x", 0, 1, 2.5m).ToArbitrary(), (document, value) =>
        {
            var json = JsonSerializer.Serialize(value);
            var isEqual = Matches($$"""{"a":[{{json}}]}""", document);
            var isOther = Matches($$"""{"a":[{"anything-but":{{json}}}]}""", document);

            return document.ContainsKey("a") ? isEqual != isOther : !isEqual && !isOther;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Or_is_the_union_of_its_alternatives() =>
        Prop.ForAll(Objects.ToArbitrary(), Scalars.ToArbitrary(), Scalars.ToArbitrary(), (document, first, second) =>
        {
            var (one, other) = ($$"""{"a":[{{JsonSerializer.Serialize(first)}}]}""", $$"""{"b":[{{JsonSerializer.Serialize(second)}}]}""");

            return Matches($$"""{"$or":[{{one}},{{other}}]}""", document) == (Matches(one, document) || Matches(other, document));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_document_nested_under_a_key_equals_the_same_with_dotted_keys() =>
        Prop.ForAll(Objects.ToArbitrary(), Objects.ToArbitrary(), (wanted, document) =>
        {
            var pattern = JsonSerializer.Serialize(new { top = wanted.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }) });
            var nested = new Dictionary<string, object> { ["top"] = document };
            var dotted = document.ToDictionary(pair => $"top.{pair.Key}", pair => pair.Value);

            return wanted.Count == 0 || Matches(pattern, nested) == Matches(pattern, dotted);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wildcard_matches_what_its_stars_were_filled_with() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("", "a", "ab", "ba", "b"), 4).ToArbitrary(), Gen.ListOf(Gen.Elements("x", "a", "b", "ab"), 3).ToArbitrary(), (fill, parts) =>
        {
            var wildcard = string.Join('*', parts);
            var text = string.Concat(parts.Select((part, i) => i == 0 ? part : fill[i] + part));

            return Matches($$"""{"a":[{"wildcard":"{{wildcard}}"}]}""", new Dictionary<string, object> { ["a"] = text });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_bytes_are_a_pattern_or_an_error_and_nothing_else() =>
        Prop.ForAll<byte[]>(bytes => IsPatternOrError(bytes ?? [])).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_pieces_of_patterns_are_a_pattern_or_an_error_and_nothing_else() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Fragments)).ToArbitrary(), pieces =>
            IsPatternOrError(System.Text.Encoding.UTF8.GetBytes(string.Concat(pieces)))
            && IsPatternOrError(System.Text.Encoding.UTF8.GetBytes($$"""{"a":[{{string.Concat(pieces)}}]}"""))
            && IsPatternOrError(System.Text.Encoding.UTF8.GetBytes($$"""{"a":[{{{string.Join(':', pieces)}}}]}"""))).QuickCheckThrowOnFailure();

    private static bool IsPatternOrError(byte[] pattern)
    {
        foreach (var dialect in new[] { PatternDialect.EventBridge, PatternDialect.SnsAttributes, PatternDialect.LambdaSqs })
        {
            try
            {
                EventPattern.Parse(pattern, dialect).Matches(JsonElement.Parse("""{"a":[1,{"b":"x"}],"body":"x"}"""));
            }
            catch (EventPatternException error)
            {
                Assert.NotEmpty(error.Describe());
            }
        }

        return true;
    }

    private static bool Matches(string pattern, Dictionary<string, object> document) =>
        EventPattern.Parse(pattern, PatternDialect.EventBridge).Matches(JsonSerializer.SerializeToElement(document));
}
