using System.Text;
using Amazon.KinesisFirehose.Model;

namespace Patterns.Aws.Tests.Firehose;

public sealed class FirehoseDestinationTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    private const string Arn = "arn:aws:firehose:us-east-1:000000000000:deliverystream/orders";

    public static TheoryData<string> Laws => [.. DestinationContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_destinations(string law) =>
        await DestinationContract.CheckAsync(law, new DeliveryStreamUnderTest(endpoint, endpoint.CreateDeliveryStream()));

    [Fact]
    public async Task A_record_is_a_structured_cloud_event_on_a_line_of_its_own()
    {
        var arn = endpoint.CreateDeliveryStream();

        await Destination.DeliveryStream(endpoint.Firehose, arn).SendAsync([Message("1", "{\r\n  \"a\": \"b\\n\"\n}"), Message("2", "two\nlines")], default);

        Assert.Equal(
            """
            {"specversion":"1.0","id":"1","source":"patterns","type":"message","data":{    "a": "b\n" }}
            {"specversion":"1.0","id":"2","source":"patterns","type":"message","datacontenttype":"text/plain","data":"two\nlines"}

            """,
            await endpoint.DeliveredAsync(arn));
    }

    [Fact]
    public async Task Without_a_line_feed_records_stand_as_they_are()
    {
        var arn = endpoint.CreateDeliveryStream();

        await Destination.DeliveryStream(endpoint.Firehose, arn, new FirehoseDestinationOptions { AppendsNewLine = false }).SendAsync([Message("1", "{\n}")], default);

        Assert.Equal("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"patterns\",\"type\":\"message\",\"data\":{\n}}", await endpoint.DeliveredAsync(arn));
        Assert.True(new FirehoseDestinationOptions().AppendsNewLine);
    }

    [Fact]
    public async Task What_cannot_be_written_fails_alone()
    {
        var arn = endpoint.CreateDeliveryStream();
        var reserved = Message("2") with { Attributes = new Dictionary<string, string> { ["data"] = "x" } };
        var escaped = Message("3", new string('"', 600_000));

        var failures = await Destination.DeliveryStream(endpoint.Firehose, arn).SendAsync([Message("1"), reserved, escaped, Message("4", "")], default);

        Assert.Equal([("2", "InvalidEnvelope"), ("3", "EntryTooLarge"), ("4", "InvalidEnvelope")], failures.Select(failure => (failure.Envelope.Id, failure.Code)));
        Assert.All(failures, failure => Assert.False(failure.IsRetryable));
        Assert.Single((await endpoint.DeliveredAsync(arn)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Records_that_grow_beyond_one_request_go_in_several()
    {
        var arn = endpoint.CreateDeliveryStream();
        var envelopes = Enumerable.Range(0, 8).Select(number => Message($"{number}", new string('\n', 500_000))).ToList();

        Assert.Empty(await Destination.DeliveryStream(endpoint.Firehose, arn).SendAsync(envelopes, default));

        Assert.Equal(8, (await endpoint.DeliveredAsync(arn)).Count(character => character == '\n'));
    }

    [Fact]
    public async Task Only_what_the_service_did_not_take_is_sent_again()
    {
        using var client = new PartlyBusyFirehose("ServiceUnavailableException", "InternalFailure");
        var writer = new OutboundWriter(Destination.DeliveryStream(client, Arn), new OutboundOptions { FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero, MaxParallelism = 1 });

        await writer.SendAsync([.. Enumerable.Range(0, 501).Select(number => Message($"{number}"))], default);

        Assert.Equal([1, 250, 500], client.Requests.Order());
    }

    [Theory]
    [InlineData("ServiceUnavailableException", true)]
    [InlineData("InternalFailure", true)]
    [InlineData("ThrottlingException", true)]
    [InlineData("AccessDeniedException", false)]
    public async Task The_code_of_a_record_says_whether_it_may_be_sent_again(string code, bool isRetryable)
    {
        using var client = new PartlyBusyFirehose(code);

        var failure = Assert.Single(await Destination.DeliveryStream(client, Arn).SendAsync([Message("1"), Message("2")], default));

        Assert.Equal(("2", code, "not now", isRetryable), (failure.Envelope.Id, failure.Code, failure.Message, failure.IsRetryable));
    }

    [Fact]
    public async Task A_delivery_stream_that_reads_a_Kinesis_stream_refuses_for_good()
    {
        var source = await endpoint.CreateStreamAsync();
        var arn = endpoint.CreateDeliveryStream(source);

        var exception = await Assert.ThrowsAsync<DestinationException>(async () => await Destination.DeliveryStream(endpoint.Firehose, arn).SendAsync([Message("1")], default));
        var described = await endpoint.Firehose.DescribeDeliveryStreamAsync(new DescribeDeliveryStreamRequest { DeliveryStreamName = arn.Split('/')[1] });

        Assert.False(exception.IsRetryable);
        Assert.IsType<InvalidArgumentException>(exception.InnerException);
        Assert.Equal(source, described.DeliveryStreamDescription.Source.KinesisStreamSourceDescription.KinesisStreamARN);
    }

    [Fact]
    public void An_ARN_is_enough() => Assert.Equal(Arn, Destination.From(Arn).Name);

    private static Envelope Message(string id, string body = "{}") => new() { Id = id, Body = Encoding.UTF8.GetBytes(body) };
}
