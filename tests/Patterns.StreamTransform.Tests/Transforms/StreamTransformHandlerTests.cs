namespace Patterns.StreamTransform.Tests.Transforms;

public sealed class StreamTransformHandlerTests
{
    private static readonly DestinationLimits StreamLimits = new(500, 10_485_760, 1_048_576, 100);
    private readonly InMemoryDestination _sink = new("sink", StreamLimits);

    [Fact]
    public async Task A_record_becomes_none_one_or_many_outputs()
    {
        var handler = ReadingTransform.To(_sink, (reading, context) =>
        {
            for (var copy = 0; copy < reading.Value; copy++)
            {
                context.Emit(reading with { Value = copy });
            }
        });

        var reply = await handler.FunctionHandler(Batch(("a", 0), ("b", 1), ("c", 3)), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["b 0", "c 0", "c 1", "c 2"], _sink.Received.Select(Text));
    }

    [Fact]
    public async Task The_outputs_of_all_records_go_out_together()
    {
        var handler = ReadingTransform.To(_sink);

        await handler.FunctionHandler(Batch([.. Enumerable.Range(0, 500).Select(n => ("s" + (n % 7), n))]), new FakeLambdaContext());

        Assert.Equal([500], _sink.Requests);
    }

    [Fact]
    public async Task A_sink_that_keeps_order_gets_keys_together_and_the_records_of_a_key_one_after_the_other()
    {
        var sink = new InMemoryDestination("sink", StreamLimits) { KeepsOrder = true };
        var handler = ReadingTransform.To(sink);

        await handler.FunctionHandler(Batch([.. Enumerable.Range(0, 40).Select(n => ("s" + (n % 20), n))]), new FakeLambdaContext());

        Assert.Equal([20, 20], sink.Requests);
        Assert.All(sink.Received.Select(ReadingTransform.Read).GroupBy(reading => reading.Sensor), group => Assert.Equal(group.Order(Comparer<Reading>.Create((a, b) => a.Value - b.Value)), group));
    }

    [Fact]
    public async Task An_output_says_what_it_is_made_of()
    {
        var handler = ReadingTransform.To(_sink);

        await handler.FunctionHandler(Events.Kinesis(new StreamRecord("a", ReadingJson.Text("a", 1)) { SequenceNumber = "4711" }), new FakeLambdaContext { FunctionName = "clean" });

        var output = Assert.Single(_sink.Received);
        Assert.Equal("shardId-000000000000:4711#0", output.Id);
        Assert.Equal("a", output.Key);
        Assert.Equal("Reading", output.Type);
        Assert.Equal("clean", output.Source);
        Assert.Equal("shardId-000000000000:4711", output.CausationId);
        Assert.Equal("shardId-000000000000:4711", output.CorrelationId);
        Assert.NotNull(output.Time);
    }

    [Fact]
    public async Task What_an_output_says_itself_counts()
    {
        var time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var handler = ReadingTransform.To(_sink, (reading, context) => context.Emit(new TransformOutput<Reading>(reading)
        {
            Id = "i",
            Key = "k",
            Type = "t",
            Subject = "s",
            Time = time,
            Attributes = new Dictionary<string, string> { ["x"] = "y" },
        }));

        await handler.FunctionHandler(Batch(("a", 1)), new FakeLambdaContext());

        var output = Assert.Single(_sink.Received);
        Assert.Equal(("i", "k", "t", "s", time, "y"), (output.Id, output.Key, output.Type, output.Subject, output.Time, output.Attributes["x"]));
    }

    [Fact]
    public async Task A_replay_comes_to_the_same_ids()
    {
        var handler = ReadingTransform.To(_sink, (reading, context) =>
        {
            context.Emit(reading);
            context.Emit(reading);
        });

        await handler.FunctionHandler(Batch(("a", 1), ("b", 2)), new FakeLambdaContext());
        await handler.FunctionHandler(Batch(("a", 1), ("b", 2)), new FakeLambdaContext());

        var ids = _sink.Received.Select(output => output.Id).ToList();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids[..4], ids[4..]);
    }

    [Fact]
    public async Task A_record_whose_output_is_not_taken_comes_again_and_those_behind_it_in_its_key_with_it()
    {
        _sink.Refuse = output => output.Key == "b" && ReadingTransform.Read(output).Value == 2 ? new SendFailure(output, "Throttled", "too fast", IsRetryable: true) : null;
        var handler = new ReadingTransform(new StreamTransformOptions<Reading>
        {
            Sinks = [new(_sink)],
            Outbound = new OutboundOptions { MaxAttempts = 1 },
        });

        var outcome = await handler.HandleBatchAsync(RecordBatch.Read(Batch(("a", 1), ("b", 2), ("a", 3), ("b", 4)).ToArray()), new FakeLambdaContext());

        Assert.Equal(["2", "4"], outcome.Failures.Select(failure => failure.Id));
        Assert.Equal([FailureReason.HandlerFailed, FailureReason.Blocked], outcome.Failures.Select(failure => failure.Reason));
        var exception = Assert.IsType<TransformFailedException>(outcome.Failures[0].Exception);
        Assert.Equal("Throttled", exception.Failures["sink"].Code);
        Assert.Equal("Outputs of record shardId-000000000000:2 were not taken by sink (Throttled: too fast).", exception.Message);
    }

    [Fact]
    public async Task A_record_that_the_transform_fails_for_sends_nothing()
    {
        var handler = ReadingTransform.To(_sink, (reading, context) =>
        {
            context.Emit(reading);
            if (reading.Value == 2)
            {
                throw new InvalidOperationException("no");
            }
        });

        var reply = await handler.FunctionHandler(Batch(("a", 1), ("b", 2), ("c", 3), ("b", 4)), new FakeLambdaContext());

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(["a 1", "c 3"], _sink.Received.Select(Text));
    }

    [Fact]
    public async Task A_dropped_record_is_counted_by_its_reason()
    {
        using var counts = new CountedDrops();
        var context = new FakeLambdaContext();
        var handler = ReadingTransform.To(_sink, (reading, context) =>
        {
            if (reading.Value < 0)
            {
                context.Drop("negative");
            }
        });

        var reply = await handler.FunctionHandler(Batch(("a", -1), ("b", -1), ("c", 3)), context);

        Assert.Empty(reply.FailedIds());
        Assert.Equal(2, counts["negative"]);
        Assert.Equal(1, counts["unsaid"]);
        Assert.Contains(context.Log.Lines, line => line.EndsWith("[ReadingTransform, 3, 3, negative 2, unsaid 1]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_sink_wants_is_counted()
    {
        using var counts = new CountedDrops();
        var handler = new ReadingTransform(new StreamTransformOptions<Reading> { Sinks = [new(_sink) { When = output => output.Value.Value > 1 }] });

        await handler.FunctionHandler(Batch(("a", 1), ("b", 2)), new FakeLambdaContext());

        Assert.Equal(["b 2"], _sink.Received.Select(Text));
        Assert.Equal(1, counts["no-sink"]);
    }

    [Fact]
    public async Task What_is_emitted_after_the_end_is_refused()
    {
        TransformContext<Reading>? kept = null;
        var handler = ReadingTransform.To(_sink, (_, context) => kept = context);

        await handler.FunctionHandler(Batch(("a", 1)), new FakeLambdaContext());

        Assert.Throws<InvalidOperationException>(() => kept!.Emit(new Reading("a", 1)));
        Assert.Throws<InvalidOperationException>(() => kept!.Drop("late"));
    }

    [Fact]
    public async Task An_attempt_that_resilience_tries_again_leaves_nothing_behind()
    {
        var attempts = 0;
        var handler = new ReadingTransform(
            new StreamTransformOptions<Reading> { Sinks = [new(_sink)] },
            async (reading, context) =>
            {
                context.Emit(reading);
                await Task.Yield();
                if (++attempts == 1)
                {
                    throw new InvalidOperationException("once");
                }
            },
            pipeline: pipeline => pipeline.Use("again", next => async (message, context) =>
            {
                try
                {
                    await next(message, context);
                }
                catch (InvalidOperationException)
                {
                    await next(message, context);
                }
            }));

        var reply = await handler.FunctionHandler(Batch(("a", 1)), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a 1"], _sink.Received.Select(Text));
    }

    [Fact]
    public async Task A_queue_is_transformed_as_well()
    {
        var handler = ReadingTransform.To(new InMemoryDestination("sink", StreamLimits with { MaxEntries = 1 })
        {
            Refuse = output => ReadingTransform.Read(output).Value == 2 ? throw new DestinationException("away", isRetryable: false) : null,
        });

        var reply = await handler.FunctionHandler(Events.Sqs(ReadingJson.Text("a", 1), ReadingJson.Text("b", 2), ReadingJson.Text("c", 3)), new FakeLambdaContext());

        Assert.Equal(["1"], reply.FailedIds());
    }

    [Fact]
    public void Mistakes_are_listed_at_the_cold_start()
    {
        var mistakes = Assert.Throws<OptionsException>(() => new ReadingTransform(new StreamTransformOptions<Reading>
        {
            Sinks = [new(_sink), new(_sink) { Timeout = TimeSpan.Zero }, new(_sink) { Name = "rest", IsRest = true, When = _ => true }],
            Type = "",
        })).Message;

        Assert.Equal(
            "StreamTransformOptions: The sink name 'sink' is used 2 times; give each sink its own Name. Timeout of sink 'sink' must be more than zero, but is 00:00:00. "
            + "Sink 'rest' gets the rest and has a When; it can have one of the two. Type must not be empty, nor Source.",
            mistakes);
        Assert.Throws<OptionsException>(() => new ReadingTransform(new StreamTransformOptions<Reading>()));
    }

    internal static MemoryStream Batch(params (string Sensor, int Value)[] readings) =>
        Events.Kinesis([.. readings.Select(reading => new StreamRecord(reading.Sensor, ReadingJson.Text(reading.Sensor, reading.Value)))]);

    internal static string Text(Envelope output) => ReadingTransform.Read(output) is var reading ? $"{reading.Sensor} {reading.Value}" : "";
}
