using Patterns.Local.Services;
using Patterns.Local.Services.Firehose.Settings;

namespace Patterns.Local.Tests.Services.Firehose;

public sealed class ObjectPrefixTests
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 4, 7, 6, 5, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(null, "2026/03/04/05/")]
    [InlineData("logs/", "logs/2026/03/04/05/")]
    [InlineData("y=!{timestamp:yyyy}/m=!{timestamp:M}/!{timestamp:dd'T'HHmmss}", "y=2026/m=3/04T050605")]
    [InlineData("!{timestamp:yy-MMM-D}", "26-Mar-63")]
    public void Times_are_those_of_the_oldest_record_in_UTC(string? prefix, string expected) =>
        Assert.Equal(expected, ObjectPrefix.OfObjects(prefix).Evaluate(s_time, new Dictionary<string, string>()));

    [Theory]
    [InlineData(null, null, "processing-failed/2026/03/04/05/")]
    [InlineData(null, "logs/", "logs/processing-failed/2026/03/04/05/")]
    [InlineData("bad/", "logs/", "bad/processing-failed/2026/03/04/05/")]
    [InlineData("bad/!{firehose:error-output-type}/", "logs/", "bad/processing-failed/")]
    public void The_error_prefix_says_why(string? errors, string? objects, string expected) =>
        Assert.Equal(expected, ObjectPrefix.OfErrors(errors, objects).Evaluate(s_time, new Dictionary<string, string>()));

    [Fact]
    public void A_random_string_is_new_each_time()
    {
        var prefix = ObjectPrefix.OfObjects("!{firehose:random-string}/!{timestamp:yyyy}");

        var keys = Enumerable.Range(0, 20).Select(_ => prefix.Evaluate(s_time, new Dictionary<string, string>())).ToList();

        Assert.Equal(20, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[A-Za-z0-9]{11}/2026$", key));
    }

    [Theory]
    [InlineData("!{timestamp:yyyy", "Prefix is not valid: the expression !{timestamp:yyyy has no end.")]
    [InlineData("!{firehose:error-output-type}", "Prefix is not valid: the expression !{firehose:error-output-type} has no place in it.")]
    [InlineData("!{partitionKeyFromQuery:a}", "Prefix: !{partitionKeyFromQuery:a}, the extraction of partition keys by a query, is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("!{timestamp:EEE}", "Prefix: the letter E in !{timestamp:EEE} is not emulated here; docs/conformance.md lists what is.")]
    public void An_expression_that_cannot_be_used_is_refused(string prefix, string message) =>
        Assert.Equal(message, Assert.Throws<AwsException>(() => ObjectPrefix.OfObjects(prefix)).Message);
}
