using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
#pragma warning disable
namespace Patterns.TypedEvents.Tests;
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RevJson : JsonSerializerContext;
internal sealed class AnyHandler(Func<JsonElement, RecordContext, ValueTask> handle, RecordHandlerOptions? options = null) : RecordHandler<JsonElement>(RevJson.Default.JsonElement, options)
{
    protected override ValueTask HandleAsync(JsonElement m, RecordContext c) => handle(m, c);
}
public sealed class ReviewTests
{
    private readonly DefaultLambdaJsonSerializer _s = new();
    [Fact]
    public async Task Without_partial_replies_a_failure_fails_the_batch()
    {
        var h = new AnyHandler((_, _) => throw new InvalidOperationException(), new() { ReportBatchItemFailures = false });
        await Assert.ThrowsAnyAsync<Exception>(() => h.HandleSqsAsync(_s.Deserialize<SQSEvent>(Events.Sqs("{}")), new FakeLambdaContext()));
    }
    [Fact]
    public async Task Table_key_is_the_same()
    {
        string? typed = null, streamed = null;
        var p = Events.DynamoDb(new TableRecord("INSERT", """{"pk":{"S":"A"}}""") { NewImage = """{"id":{"S":"a"}}""" });
        await new AnyHandler((_, c) => { streamed = c.Key; return default; }).FunctionHandler(new MemoryStream(p.ToArray()), new FakeLambdaContext());
        await new AnyHandler((_, c) => { typed = c.Key; return default; }).HandleDynamoDbAsync(_s.Deserialize<DynamoDBEvent>(p), new FakeLambdaContext());
        Assert.Equal(streamed, typed);
    }
    [Fact]
    public async Task Tick_is_the_same()
    {
        string? typed = null, streamed = null;
        var p = Events.Schedule(DateTimeOffset.UnixEpoch);
        await new AnyHandler((m, c) => { streamed = c.Source + m.GetRawText() + c.SourceArn; return default; }).FunctionHandler(new MemoryStream(p.ToArray()), new FakeLambdaContext());
        await new AnyHandler((m, c) => { typed = c.Source + m.GetRawText()+ c.SourceArn; return default; }).HandleEventBridgeAsync(_s.Deserialize<CloudWatchEvent<JsonElement>>(p), new FakeLambdaContext());
        Assert.Equal(streamed, typed);
    }
}
