using System.Text;
using Amazon.Kinesis.Model;

namespace Patterns.Aws.Tests.Kinesis;

public sealed class KinesisDestinationTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    public static TheoryData<string> Laws => [.. DestinationContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_destinations(string law)
    {
        var arn = await endpoint.CreateStreamAsync();

        await DestinationContract.CheckAsync(law, new StreamUnderTest(endpoint, arn));
    }

    [Fact]
    public async Task The_key_is_the_partition_key_and_the_id_where_there_is_none()
    {
        var arn = await endpoint.CreateStreamAsync();
        var longKey = new string('x', 300);

        await Destination.Stream(endpoint.Kinesis, arn).SendAsync([Message("1") with { Key = "a" }, Message("2"), Message("3") with { Key = longKey }], default);

        var keys = (await endpoint.ReadAsync(arn)).Select(record => record.PartitionKey).ToList();
        Assert.Equal(["a", "2"], keys[..2]);
        Assert.Equal(64, keys[2].Length);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"specversion":"1.0","id":"1","source":"patterns","type":"message","data":{"a":1}}""")]
    [InlineData("plain \"text\"", """{"specversion":"1.0","id":"1","source":"patterns","type":"message","datacontenttype":"text/plain","data":"plain \"text\""}""")]
    public async Task A_record_is_a_structured_cloud_event(string body, string record)
    {
        var arn = await endpoint.CreateStreamAsync();

        await Destination.Stream(endpoint.Kinesis, arn).SendAsync([Message("1", body)], default);

        Assert.Equal(record, Encoding.UTF8.GetString(Assert.Single(await endpoint.ReadAsync(arn)).Data.ToArray()));
    }

    [Theory]
    [InlineData("{\"a\":\"\u00fc\"}")]
    [InlineData("plain \"text\"\n")]
    [InlineData("\"text\"")]
    public async Task A_handler_of_the_stream_gets_the_body_and_the_attributes(string body)
    {
        var arn = await endpoint.CreateStreamAsync();
        var envelope = Message("1", body) with
        {
            Type = "order.placed",
            CorrelationId = "c-1",
            Attributes = new Dictionary<string, string> { ["country"] = "DE" },
        };
        await Destination.Stream(endpoint.Kinesis, arn).SendAsync([envelope], default);
        var handler = new SeeingHandler();

        var reply = await handler.FunctionHandler(Events.Kinesis(new StreamRecord("k", Assert.Single(await endpoint.ReadAsync(arn)).Data.ToArray())), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal((body, "1", "order.placed", "c-1", "DE"), handler.Seen);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_arrive_as_they_are()
    {
        var arn = await endpoint.CreateStreamAsync();
        byte[] body = [0x1F, 0x8B, 0xFF];

        await Destination.Stream(endpoint.Kinesis, arn).SendAsync([Message("1") with { Body = body }], default);

        Assert.Equal(body, (await StreamUnderTest.ReadAsync(endpoint, arn))[0].Bytes);
    }

    [Fact]
    public async Task What_cannot_be_written_fails_alone()
    {
        var arn = await endpoint.CreateStreamAsync();
        var reserved = Message("2") with { Attributes = new Dictionary<string, string> { ["data"] = "x" } };
        var escaped = Message("3", new string('"', 600_000));

        var failures = await Destination.Stream(endpoint.Kinesis, arn).SendAsync([Message("1"), reserved, escaped, Message("4", "")], default);

        Assert.Equal([("2", "InvalidEnvelope"), ("3", "EntryTooLarge"), ("4", "InvalidEnvelope")], failures.Select(failure => (failure.Envelope.Id, failure.Code)));
        Assert.All(failures, failure => Assert.False(failure.IsRetryable));
        Assert.Single(await endpoint.ReadAsync(arn));
    }

    [Fact]
    public async Task Records_that_grow_beyond_one_request_go_in_several()
    {
        var arn = await endpoint.CreateStreamAsync();
        var envelopes = Enumerable.Range(0, 12).Select(number => Message($"{number}", new string('\n', 500_000))).ToList();

        Assert.Empty(await Destination.Stream(endpoint.Kinesis, arn).SendAsync(envelopes, default));

        Assert.Equal(12, (await endpoint.ReadAsync(arn, count: 12)).Count);
    }

    [Fact]
    public async Task Records_that_a_busy_shard_refuses_fail_alone_and_may_be_sent_again()
    {
        await using var limited = new Endpoint { LimitsShards = true };
        await limited.InitializeAsync();
        var stream = Destination.Stream(limited.Kinesis, await limited.CreateStreamAsync());
        var envelopes = Enumerable.Range(0, 400).Select(number => Message($"{number}", new string('x', 10_000))).ToList();

        var failures = await stream.SendAsync(envelopes, default);

        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.Equal(("ProvisionedThroughputExceededException", true), (failure.Code, failure.IsRetryable)));
    }

    private static Envelope Message(string id, string body = "{}") => new() { Id = id, Body = Encoding.UTF8.GetBytes(body) };
}
