namespace Patterns.StreamTransform.Tests.Transforms;

public sealed class DemuxHandlerTests
{
    private static readonly DestinationLimits StreamLimits = new(500, 10_485_760, 1_048_576, 100);
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryDestination _low = new("low", StreamLimits);
    private readonly InMemoryDestination _high = new("high", StreamLimits);
    private readonly InMemoryDestination _overflow = new("overflow", StreamLimits);

    [Fact]
    public async Task Each_record_goes_to_the_sinks_that_want_it_by_content_or_key_exactly_as_it_came()
    {
        var handler = new ReadingDemux(new StreamTransformOptions<Reading>
        {
            Sinks =
            [
                new(_low) { When = reading => reading.Value.Value < 10 },
                new(_high) { When = reading => reading.Key == "b" },
                new(_overflow) { Name = "rest", IsRest = true },
            ],
        });
        const string body = """{ "sensor": "a", "value": 1, "unknown": true }""";

        await handler.FunctionHandler(
            Events.Kinesis(new StreamRecord("a", body), new StreamRecord("b", ReadingJson.Text("b", 2)), new StreamRecord("c", ReadingJson.Text("c", 30))),
            new FakeLambdaContext());

        Assert.Equal(["a", "b"], _low.Received.Select(output => output.Key));
        Assert.Equal(["b"], _high.Received.Select(output => output.Key));
        Assert.Equal(["c"], _overflow.Received.Select(output => output.Key));
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(_low.Received[0].Body.Span));
        Assert.Equal("shardId-000000000000:1", _low.Received[0].Id);
    }

    [Fact]
    public async Task A_record_that_no_sink_wants_is_counted()
    {
        using var counts = new CountedDrops();
        var handler = new ReadingDemux(new StreamTransformOptions<Reading> { Sinks = [new(_low) { When = reading => reading.Value.Value < 10 }] });

        var reply = await handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1), ("b", 20)), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal(1, counts["no-sink"]);
    }

    [Fact]
    public async Task A_sink_that_fails_holds_its_records_and_no_other_sink()
    {
        _low.Refuse = _ => throw new InvalidOperationException("down");
        var handler = Handler(new(_low) { When = IsLow }, new(_high) { When = output => !IsLow(output) });

        var reply = await handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1), ("b", 20), ("c", 2), ("d", 30)), new FakeLambdaContext());

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal(["b 20", "d 30"], _high.Received.Select(StreamTransformHandlerTests.Text));
    }

    [Fact]
    public async Task What_a_sink_does_not_take_in_its_time_goes_to_its_overflow_and_the_shard_goes_on()
    {
        using var counts = new CountedDrops();
        var silent = new SilentDestination("low", StreamLimits);
        var handler = Handler(
            new(silent) { When = IsLow, Timeout = TimeSpan.FromSeconds(2), Overflow = _overflow },
            new(_high) { When = output => !IsLow(output) });

        var running = handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1), ("b", 20), ("c", 2)), new FakeLambdaContext(TimeSpan.FromSeconds(30), _time));
        await silent.Asked.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["b 20"], _high.Received.Select(StreamTransformHandlerTests.Text));
        Assert.False(running.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        var reply = await running.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a 1", "c 2"], _overflow.Received.Select(StreamTransformHandlerTests.Text));
        Assert.Equal(2, counts["transform.overflowed"]);
    }

    [Fact]
    public async Task Without_an_overflow_a_silent_sink_fails_its_records_when_its_time_is_over()
    {
        var silent = new SilentDestination("low", StreamLimits);
        var handler = Handler(new(silent) { When = IsLow, Timeout = TimeSpan.FromSeconds(2) }, new(_high) { When = output => !IsLow(output) });

        var running = handler.FunctionHandler(StreamTransformHandlerTests.Batch(("b", 20), ("a", 1), ("d", 30)), new FakeLambdaContext(TimeSpan.FromSeconds(30), _time));
        await silent.Asked.WaitAsync(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(2));
        var reply = await running.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(["b 20", "d 30"], _high.Received.Select(StreamTransformHandlerTests.Text));
    }

    [Fact]
    public async Task A_silent_sink_without_a_time_of_its_own_is_waited_for_until_the_report_is_due()
    {
        var silent = new SilentDestination("low", StreamLimits);
        var handler = Handler(new(silent) { When = IsLow }, new(_high) { When = output => !IsLow(output) });

        var running = handler.FunctionHandler(StreamTransformHandlerTests.Batch(("b", 20), ("a", 1), ("d", 30)), new FakeLambdaContext(TimeSpan.FromSeconds(30), _time));
        await silent.Asked.WaitAsync(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(29.76));
        var reply = await running.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["2"], reply.FailedIds());
    }

    [Fact]
    public async Task An_overflow_that_is_full_fails_the_records()
    {
        _low.Refuse = output => new SendFailure(output, "Throttled", null, IsRetryable: true);
        _overflow.Refuse = output => ReadingTransform.Read(output).Value == 2 ? new SendFailure(output, "Full", null, IsRetryable: true) : null;
        var handler = Handler(new StreamSink<Reading>(_low) { Overflow = _overflow });

        var reply = await handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1), ("b", 2), ("c", 3)), new FakeLambdaContext());

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(["a 1", "c 3"], _overflow.Received.Select(StreamTransformHandlerTests.Text));
    }

    [Fact]
    public async Task A_transform_may_choose_the_sink_by_its_name()
    {
        var handler = new ReadingTransform(new StreamTransformOptions<Reading> { Sinks = [new(_low), new(_high) { Name = "h" }] }, (reading, context) =>
        {
            context.Emit(new TransformOutput<Reading>(reading) { Sink = reading.Value > 10 ? "h" : "low" });
            return ValueTask.CompletedTask;
        });

        await handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1), ("b", 20)), new FakeLambdaContext());

        Assert.Equal(["a 1"], _low.Received.Select(StreamTransformHandlerTests.Text));
        Assert.Equal(["b 20"], _high.Received.Select(StreamTransformHandlerTests.Text));
    }

    [Fact]
    public async Task A_sink_may_have_a_form_of_its_own()
    {
        var handler = new ReadingTransform(new StreamTransformOptions<Reading>
        {
            Sinks =
            [
                StreamSinks.Mapped<Reading, Reading>(_low, reading => reading with { Value = -reading.Value }, ReadingJson.Default.Reading, output => output.Value.Value < 10),
                new(_high) { Map = (output, envelope) => envelope with { Subject = output.Value.Sensor } },
            ],
        });

        await handler.FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1)), new FakeLambdaContext());

        Assert.Equal(["a -1"], _low.Received.Select(StreamTransformHandlerTests.Text));
        Assert.Equal(("a", "a 1"), (_high.Received[0].Subject, StreamTransformHandlerTests.Text(_high.Received[0])));
    }

    private static bool IsLow(TransformOutput<Reading> output) => output.Value.Value < 10;

    private ReadingDemux Handler(params StreamSink<Reading>[] sinks) => new(
        new StreamTransformOptions<Reading> { Sinks = sinks, Outbound = new OutboundOptions { MaxAttempts = 1, Time = _time } },
        new RecordHandlerOptions { Time = _time });

    private sealed class ReadingDemux(StreamTransformOptions<Reading> demux, RecordHandlerOptions? options = null)
        : DemuxHandler<Reading>(ReadingJson.Default.Reading, demux, options);
}
