using System.Net;
using Amazon.Runtime;
using Amazon.SQS;
#pragma warning disable
namespace Patterns.Aws.Tests;
public sealed class RevHandler(RecordHandlerOptions o) : RecordHandler<string>((body, _) => throw new FormatException("cannot read"), o)
{
    protected override ValueTask HandleAsync(string m, RecordContext c) => default;
}
public sealed class ReviewTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    [Theory]
    [InlineData("binary")]
    [InlineData("control")]
    public async Task Poison_of_a_stream_reaches_a_queue(string kind)
    {
        var (url, arn) = await endpoint.CreateQueueAsync(false);
        var h = new RevHandler(new() { FailureDestination = Destination.Queue(endpoint.Sqs, url) });
        var ctx = new FakeLambdaContext(TimeSpan.FromSeconds(20), TimeProvider.System);
        var reply = await h.FunctionHandler(Events.Kinesis(new StreamRecord("k", kind == "binary" ? new byte[] { 0x1f, 0x8b, 0xff, 0xfe } : new byte[] { 0x61, 0x00, 0x01 })), ctx);
        Assert.True(reply.FailedIds().Count == 0, string.Join("\n", ctx.Log.Lines));
    }
    [Fact]
    public async Task An_ARN_of_another_Region_does_not_find_the_queue_of_this_one()
    {
        var (url, arn) = await endpoint.CreateQueueAsync(false);
        var other = arn.Replace("us-east-1", "eu-west-1");
        Assert.NotEqual(arn, other);
        await Assert.ThrowsAnyAsync<Exception>(async () => await Destination.Queue(endpoint.Sqs, other).SendAsync([new Envelope { Id = "1", Body = "x"u8.ToArray() }], default));
    }
    [Fact]
    public async Task An_invalid_attribute_fails_alone()
    {
        var (url, arn) = await endpoint.CreateQueueAsync(false);
        var f = await Destination.Queue(endpoint.Sqs, url).SendAsync([new Envelope { Id = "1", Body = "x"u8.ToArray() }, new Envelope { Id = "2", Body = "x"u8.ToArray(), Attributes = new Dictionary<string, string> { ["a"] = "" } }], default);
        Assert.Single(f);
    }
}
