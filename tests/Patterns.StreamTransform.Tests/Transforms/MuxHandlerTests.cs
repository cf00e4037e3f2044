namespace Patterns.StreamTransform.Tests.Transforms;

public sealed class MuxHandlerTests
{
    [Fact]
    public async Task Records_of_two_streams_come_together_tagged_and_never_share_a_key_or_an_id()
    {
        var web = new FakeStream("web");
        var app = new FakeStream("app");
        var all = new FakeStream("all");
        var mux = new ReadingMux(new StreamTransformOptions<Reading> { Sinks = [new(all)] });
        var fromWeb = Mapping(web, mux);
        var fromApp = Mapping(app, mux);
        for (var value = 0; value < 6; value++)
        {
            web.Put("k", ReadingJson.Text("web", value));
            app.Put("k", ReadingJson.Text("app", value));
        }

        while (await fromWeb.StepAsync() | await fromApp.StepAsync())
        {
            // Until both are read.
        }

        var seen = new SeenRecords(all);
        Assert.Equal(12, seen.Ids.Distinct().Count());
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.ValuesOf("web/k"));
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.ValuesOf("app/k"));
        Assert.Contains("\"source\":\"web\"", System.Text.Encoding.UTF8.GetString(all.Records[0].Data.Span));
    }

    [Theory]
    [InlineData("arn:aws:kinesis:eu-west-1:1:stream/orders", "orders")]
    [InlineData("arn:aws:kinesis:eu-west-1:1:stream/orders/consumer/c:1", "orders")]
    [InlineData("arn:aws:dynamodb:eu-west-1:1:table/orders/stream/2026-01-01T00:00:00.000", "orders")]
    [InlineData("arn:aws:sqs:eu-west-1:1:orders", "orders")]
    public void A_source_is_called_as_its_stream_table_or_queue_is(string arn, string name) =>
        Assert.Equal(name, Internal.SourceNames.Of(arn));

    [Fact]
    public async Task A_name_may_be_given()
    {
        var all = new InMemoryDestination("all");
        var mux = new ReadingMux(new StreamTransformOptions<Reading> { Sinks = [new(all)], SourceId = context => context.SourceArn[^3..] });

        await mux.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1)), new FakeLambdaContext());

        Assert.Equal(("ers/a", "ers"), (all.Received[0].Key, all.Received[0].Source));
    }

    private static FakeStreamMapping Mapping(FakeStream stream, ReadingMux mux) =>
        new(stream, payload => mux.FunctionHandler(payload, new FakeLambdaContext())) { BatchSize = 4 };

    private sealed class ReadingMux(StreamTransformOptions<Reading> mux) : MuxHandler<Reading>(ReadingJson.Default.Reading, mux);
}
