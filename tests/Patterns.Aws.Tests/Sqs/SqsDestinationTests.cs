namespace Patterns.Aws.Tests.Sqs;

public sealed class SqsDestinationTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    public static TheoryData<string, bool, bool> Laws =>
        [.. from law in DestinationContract.Laws from fifo in new[] { false, true } from byArn in new[] { false, true } select (law, fifo, byArn)];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_destinations(string law, bool fifo, bool byArn)
    {
        var (url, arn) = await endpoint.CreateQueueAsync(fifo);

        await DestinationContract.CheckAsync(law, new Subject(endpoint, byArn ? arn : url, url));
    }

    [Fact]
    public async Task A_body_that_the_queue_refuses_fails_alone()
    {
        var (url, _) = await endpoint.CreateQueueAsync(fifo: false);
        var queue = Destination.Queue(endpoint.Sqs, url);

        var failures = await queue.SendAsync([Message("1", "ok"), Message("2", "\u0001"), Message("3", ""), new Envelope { Id = "4", Body = new byte[] { 0xFF } }], default);

        Assert.Equal(["2", "3", "4"], failures.Select(failure => failure.Envelope.Id).Order());
        Assert.All(failures, failure => Assert.False(failure.IsRetryable));
        Assert.Equal("ok", Assert.Single(await endpoint.ReceiveAsync(url, 1)).Body);
    }

    [Fact]
    public async Task A_FIFO_queue_drops_a_message_that_is_sent_again()
    {
        var (url, _) = await endpoint.CreateQueueAsync(fifo: true);
        var queue = Destination.Queue(endpoint.Sqs, url);

        await queue.SendAsync([Message("same id, with a space", "first")], default);
        await queue.SendAsync([Message("same id, with a space", "second")], default);
        await queue.SendAsync([Message("other", "last")], default);

        Assert.Equal(["first", "last"], (await endpoint.ReceiveAsync(url, 2)).Select(message => message.Body).Order());
    }

    [Fact]
    public async Task An_attribute_that_the_queue_refuses_fails_its_message_alone()
    {
        var (url, _) = await endpoint.CreateQueueAsync(fifo: false);
        var invalid = Message("2", "invalid") with { Attributes = new Dictionary<string, string> { ["country"] = "" } };

        var failures = await Destination.Queue(endpoint.Sqs, url).SendAsync([Message("1", "ok"), invalid], default);

        Assert.Equal("2", Assert.Single(failures).Envelope.Id);
        Assert.Equal("ok", Assert.Single(await endpoint.ReceiveAsync(url, 1)).Body);
    }

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 0xFF, 0xFE })]
    [InlineData(new byte[] { 0x61, 0x00, 0x01 })]
    public async Task Poison_that_a_queue_cannot_hold_as_text_arrives_in_Base64(byte[] data)
    {
        var (url, _) = await endpoint.CreateQueueAsync(fifo: false);
        var handler = new UndecodableHandler(Destination.Queue(endpoint.Sqs, url));

        var reply = await handler.FunctionHandler(Events.Kinesis(new StreamRecord("k", data)), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        var poison = Assert.Single(await endpoint.ReceiveAsync(url, 1));
        Assert.Equal(data, Convert.FromBase64String(poison.Body));
        Assert.Equal("base64", poison.Attributes[FailureAttributes.Encoding]);
    }

    private static Envelope Message(string id, string body) => new() { Id = id, Body = System.Text.Encoding.UTF8.GetBytes(body) };

    private sealed class Subject(Endpoint endpoint, string name, string url) : DestinationUnderTest
    {
        public override IDestination Destination => Aws.Destination.Queue(endpoint.Sqs, name);

        public override IDestination Missing => Aws.Destination.Queue(endpoint.Sqs, name.Replace("q-", "missing-", StringComparison.Ordinal));

        public override Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) => endpoint.ReceiveAsync(url, count);
    }
}
