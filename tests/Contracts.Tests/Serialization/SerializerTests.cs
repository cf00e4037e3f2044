using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Contracts.Tests.Events.Contexts;

namespace Contracts.Tests.Serialization;

public sealed class SerializerTests
{
    [Fact]
    public void Nulls_are_left_out_and_text_is_hardly_escaped()
    {
        Assert.Equal("""{"Name":"a<b>ü"}""", Write(new DefaultLambdaJsonSerializer(), new Sample { Name = "a<b>ü" }));
    }

    [Fact]
    public void Camel_case_is_a_choice_for_writing_and_none_for_reading()
    {
        Assert.Equal("""{"name":"a"}""", Write(new CamelCaseLambdaJsonSerializer(), new Sample { Name = "a" }));
        Assert.Equal("a", Read<Sample>(new CamelCaseLambdaJsonSerializer(), """{"NAME":"a"}""").Name);
        Assert.Equal("a", Read<Sample>(new DefaultLambdaJsonSerializer(), """{"name":"a"}""").Name);
    }

    [Fact]
    public void Names_that_no_rule_yields_are_known()
    {
        var policy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase);

        Assert.Equal("x-amz-id-2", policy.ConvertName("XAmzId2"));
        Assert.Equal("x-amz-request-id", policy.ConvertName("XAmzRequestId"));
        Assert.Equal("other", policy.ConvertName("Other"));
        Assert.Equal("Other", new AwsNamingPolicy().ConvertName("Other"));
    }

    [Theory]
    [InlineData("\"2026-01-02T03:04:05Z\"")]
    [InlineData("1767323045")]
    [InlineData("1767323045000")]
    [InlineData("1767323045.0")]
    public void Times_are_read_from_text_seconds_and_milliseconds(string json)
    {
        var sample = Read<Sample>(new DefaultLambdaJsonSerializer(), $$"""{"Time":{{json}}}""");

        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), sample.Time);
    }

    [Fact]
    public void Bytes_are_read_from_base64_and_numbers_and_written_as_numbers()
    {
        var serializer = new DefaultLambdaJsonSerializer();

        Assert.Equal([1, 2], Read<Sample>(serializer, """{"Bytes":"AQI="}""").Bytes);
        Assert.Equal([1, 2], Read<Sample>(serializer, """{"Bytes":[1,2]}""").Bytes);
        Assert.Equal("""{"Bytes":[1,2]}""", Write(serializer, new Sample { Bytes = [1, 2] }));
    }

    [Fact]
    public void Streams_are_base64()
    {
        var serializer = new DefaultLambdaJsonSerializer();

        Assert.Equal([1, 2], Read<Sample>(serializer, """{"Stream":"AQI="}""").Stream!.ToArray());
        Assert.Equal("""{"Stream":"AQI="}""", Write(serializer, new Sample { Stream = new MemoryStream([1, 2]) }));
    }

    [Fact]
    public void A_payload_that_does_not_fit_names_the_type()
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<Sample>(new DefaultLambdaJsonSerializer(), "{"));

        Assert.Contains(typeof(Sample).FullName!, error.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(error.InnerException, exactMatch: false);
    }

    [Fact]
    public void A_type_that_the_context_lacks_is_refused_by_name()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SqsContext>();

        var error = Assert.Throws<JsonSerializerException>(() => Write(serializer, new Sample()));

        Assert.Contains(typeof(Sample).FullName!, error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SqsContext), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_can_be_changed_before_they_are_used()
    {
        var serializer = new DefaultLambdaJsonSerializer(options => options.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper);

        Assert.Equal("""{"NAME":"a"}""", Write(serializer, new Sample { Name = "a" }));
    }

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(ILambdaSerializer serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }
}
