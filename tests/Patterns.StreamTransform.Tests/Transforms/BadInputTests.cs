using System.Text;
using System.Text.Json;

namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>What the page says of bad input.</summary>
public sealed class BadInputTests
{
    private static readonly DestinationLimits StreamLimits = new(500, 10_485_760, 1_048_576, 100);
    private readonly InMemoryDestination _sink = new("sink", StreamLimits);
    private readonly InMemoryDestination _failures = new("failures", StreamLimits);

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("""{"sensor":"b"}""")]
    [InlineData("""{"sensor":"b","value":"many"}""")]
    [InlineData("null")]
    public async Task What_cannot_be_read_goes_to_the_failure_destination_as_it_came_and_holds_nobody(string body)
    {
        var reply = await RunAsync(("a", ReadingJson.Text("a", 1)), ("b", body), ("b", ReadingJson.Text("b", 2)));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a 1", "b 2"], _sink.Received.Select(StreamTransformHandlerTests.Text));
        var letter = Assert.Single(_failures.Received);
        Assert.Equal(body, Encoding.UTF8.GetString(letter.Body.Span));
        Assert.Equal("b", letter.Key);
        Assert.Equal("arn:aws:kinesis:eu-west-1:111122223333:stream/orders", letter.Source);
        Assert.Equal(nameof(FailureReason.Undecodable), letter.Attributes[FailureAttributes.Reason]);
        Assert.Equal(nameof(JsonException), letter.Attributes[FailureAttributes.ExceptionType]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_reported_without_a_failure_destination()
    {
        var reply = await ReadingTransform.To(_sink).FunctionHandler(Batch(("a", "?"), ("b", ReadingJson.Text("b", 2))), new FakeLambdaContext());

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal(["b 2"], _sink.Received.Select(StreamTransformHandlerTests.Text));
    }

    [Fact]
    public async Task A_record_one_of_whose_outputs_is_larger_than_the_sink_takes_sends_none_and_is_poison()
    {
        var reply = await RunAsync(("a", ReadingJson.Text("a", 1)), ("b", ReadingJson.Text("b", 1_048_576)), ("b", ReadingJson.Text("b", 2)));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a 1", "b 2"], _sink.Received.Select(StreamTransformHandlerTests.Text));
        var letter = Assert.Single(_failures.Received);
        Assert.Equal(ReadingJson.Text("b", 1_048_576), Encoding.UTF8.GetString(letter.Body.Span));
        Assert.Equal(nameof(NonRetryableException), letter.Attributes[FailureAttributes.ExceptionType]);
        Assert.StartsWith("Output shardId-000000000000:2#1 has 1048810 bytes; sink takes 1048576.", letter.Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task An_output_that_the_sink_refuses_for_good_is_poison_after_the_others_were_sent()
    {
        _sink.Refuse = output => output.Key == "b" && ReadingTransform.Read(output).Value == 1 ? new SendFailure(output, "InvalidArgument", "no", IsRetryable: false) : null;

        var reply = await RunAsync(("a", ReadingJson.Text("a", 1)), ("b", ReadingJson.Text("b", 1)), ("b", ReadingJson.Text("b", 2)));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a 1", "b 2"], _sink.Received.Select(StreamTransformHandlerTests.Text));
        Assert.Equal(ReadingJson.Text("b", 1), Encoding.UTF8.GetString(Assert.Single(_failures.Received).Body.Span));
    }

    [Fact]
    public async Task Poison_that_the_failure_destination_does_not_take_stays_and_holds_its_key()
    {
        _failures.Refuse = letter => new SendFailure(letter, "AccessDenied", "no", IsRetryable: false);
        _sink.Refuse = output => output.Key == "b" ? new SendFailure(output, "InvalidArgument", "no", IsRetryable: false) : null;

        var reply = await RunAsync(("a", ReadingJson.Text("a", 1)), ("b", ReadingJson.Text("b", 1)), ("a", ReadingJson.Text("a", 2)));

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(["a 1", "a 2"], _sink.Received.Select(StreamTransformHandlerTests.Text));
    }

    private static MemoryStream Batch(params (string Key, string Body)[] records) =>
        Events.Kinesis([.. records.Select(record => new StreamRecord(record.Key, record.Body))]);

    private Task<Stream> RunAsync(params (string Key, string Body)[] records)
    {
        var handler = new BigReadings(_sink, new RecordHandlerOptions { FailureDestination = _failures });
        return handler.FunctionHandler(Batch(records), new FakeLambdaContext());
    }

    /// <summary>Puts out a small value and one as large as the reading says, unless that is small, too.</summary>
    private sealed class BigReadings(IDestination sink, RecordHandlerOptions options) : StreamTransformHandler<Reading, Reading>(
        ReadingJson.Default.Reading,
        ReadingJson.Default.Reading,
        new StreamTransformOptions<Reading> { Sinks = [new(sink)] },
        options)
    {
        private const int Small = 1000;

        protected override ValueTask TransformAsync(Reading record, TransformContext<Reading> context)
        {
            context.Emit(record);
            if (record.Value > Small)
            {
                context.Emit(record with { Sensor = new string('x', record.Value) });
            }

            return ValueTask.CompletedTask;
        }
    }
}
