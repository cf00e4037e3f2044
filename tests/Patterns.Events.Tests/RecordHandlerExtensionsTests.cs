using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Patterns.TypedEvents.Tests;

/// <summary>The typed entries must see and say the same as the stream entry does for the same payload.</summary>
public sealed class RecordHandlerExtensionsTests
{
    private readonly DefaultLambdaJsonSerializer _serializer = new();
    private readonly FakeLambdaContext _context = new();

    [Fact]
    public async Task A_queue_batch_reports_its_failed_messages()
    {
        var payload = Events.Sqs(
            new SqsRecord(Body("a")) { MessageId = "1", ReceiveCount = 2, Attributes = new Dictionary<string, string> { ["ce-type"] = "t" } },
            new SqsRecord(Events.SnsEnvelope(Body("bad"))) { MessageId = "2" });

        var (typed, streamed) = await RunBothAsync<SQSEvent>(payload, async (handler, batch) =>
            (await handler.HandleSqsAsync(batch, _context)).BatchItemFailures.Select(failure => failure.ItemIdentifier));

        Assert.Equal(["2"], typed.Failed);
        Assert.Equal(streamed, typed);
    }

    [Fact]
    public async Task A_FIFO_batch_returns_the_rest_of_a_failed_group()
    {
        var payload = Events.SqsFifo(
            new SqsRecord(Body("bad")) { MessageId = "1", GroupId = "A" },
            new SqsRecord(Body("a")) { MessageId = "2", GroupId = "A" },
            new SqsRecord(Body("b")) { MessageId = "3", GroupId = "B" });

        var (typed, streamed) = await RunBothAsync<SQSEvent>(payload, async (handler, batch) =>
            (await handler.HandleSqsAsync(batch, _context)).BatchItemFailures.Select(failure => failure.ItemIdentifier));

        Assert.Equal(["1", "2"], typed.Failed);
        Assert.Equal(streamed, typed);
    }

    [Fact]
    public async Task A_shard_resumes_from_the_lowest_unfinished_record()
    {
        var payload = Events.Kinesis(new StreamRecord("a", Body("a")), new StreamRecord("b", Body("bad")), new StreamRecord("c", Body("bad")));

        var (typed, streamed) = await RunBothAsync<KinesisEvent>(payload, async (handler, batch) =>
            (await handler.HandleKinesisAsync(batch, _context)).BatchItemFailures.Select(failure => failure.ItemIdentifier));

        Assert.Equal(["2"], typed.Failed);
        Assert.Equal(streamed, typed);
    }

    [Fact]
    public async Task A_tables_changes_are_read_from_their_images()
    {
        var payload = Events.DynamoDb(
            new TableRecord("INSERT", """{"pk":{"S":"A"}}""") { NewImage = """{"id":{"S":"a"},"n":{"N":"1.50"},"all":{"M":{"l":{"L":[{"BOOL":true},{"NULL":true}]},"s":{"SS":["x"]},"b":{"B":"AQ=="}}}}""" },
            new TableRecord("REMOVE", """{"pk":{"S":"B"}}""") { OldImage = """{"id":{"S":"bad"}}""" });

        var (typed, streamed) = await RunBothAsync<DynamoDBEvent>(payload, async (handler, batch) =>
            (await handler.HandleDynamoDbAsync(batch, _context)).BatchItemFailures.Select(failure => failure.ItemIdentifier));

        Assert.Equal(["2"], typed.Failed);
        Assert.Equal(streamed, typed);
    }

    [Fact]
    public async Task A_handler_of_table_changes_sees_both_images()
    {
        var batch = _serializer.Deserialize<DynamoDBEvent>(Events.DynamoDb(
            new TableRecord("MODIFY", """{"pk":{"S":"A"}}""") { NewImage = """{"id":{"S":"new"}}""", OldImage = """{"id":{"S":"old"}}""" }));
        var handler = new ChangeHandler();

        await handler.HandleDynamoDbAsync(batch, _context);

        Assert.Equal("MODIFY old -> new", handler.Seen);
    }

    [Fact]
    public async Task A_failed_notification_throws()
    {
        var batch = _serializer.Deserialize<SNSEvent>(Events.Sns(Body("a"), Body("bad")));
        var handler = new OrderHandler();

        await Assert.ThrowsAsync<BatchFailedException>(() => handler.HandleSnsAsync(batch, _context));

        Assert.Contains("Sns|arn:aws:sns:eu-west-1:111122223333:orders|0|", handler.Seen[0]);
    }

    [Fact]
    public async Task An_object_event_shows_the_decoded_key()
    {
        var batch = _serializer.Deserialize<S3Event>(Events.S3("uploads", "a b/ü.txt"));
        var handler = new ObjectHandler();

        await handler.HandleS3Async(batch, _context);

        Assert.Equal("uploads a b/ü.txt ObjectCreated:Put", handler.Seen);
    }

    [Fact]
    public async Task A_bus_events_detail_is_the_message()
    {
        var busEvent = _serializer.Deserialize<CloudWatchEvent<JsonElement>>(Events.EventBridge("OrderPlaced", Body("a"), id: "e-1"));
        var handler = new OrderHandler();

        await handler.HandleEventBridgeAsync(busEvent, _context);

        Assert.StartsWith("a|EventBridge||e-1|OrderPlaced", handler.Seen[0]);
    }

    [Fact]
    public async Task A_tick_is_the_whole_event_and_names_its_rule()
    {
        var payload = Events.Schedule(DateTimeOffset.UnixEpoch);
        var typed = new OrderHandler();
        var streamed = new OrderHandler();

        await typed.HandleEventBridgeAsync(_serializer.Deserialize<CloudWatchEvent<JsonElement>>(new MemoryStream(payload.ToArray())), _context);
        await streamed.FunctionHandler(payload, _context);

        Assert.StartsWith("t-1|Schedule|arn:aws:events:eu-west-1:111122223333:rule/nightly|", Assert.Single(typed.Seen));
        Assert.Equal(streamed.Seen, typed.Seen);
    }

    [Fact]
    public async Task A_mapping_without_partial_replies_gets_an_exception()
    {
        var batch = _serializer.Deserialize<SQSEvent>(Events.Sqs(Body("a"), Body("bad")));
        var handler = new OrderHandler(reportsItemFailures: false);

        await Assert.ThrowsAsync<BatchFailedException>(() => handler.HandleSqsAsync(batch, _context));
    }

    [Fact]
    public async Task An_event_without_records_is_no_error()
    {
        var response = await new OrderHandler().HandleSqsAsync(new SQSEvent(), _context);

        Assert.Empty(response.BatchItemFailures);
    }

    private static string Body(string id) => $$"""{"id":"{{id}}"}""";

    private async Task<(Result Typed, Result Streamed)> RunBothAsync<TEvent>(
        MemoryStream payload,
        Func<OrderHandler, TEvent, Task<IEnumerable<string>>> run)
    {
        var typed = new OrderHandler();
        var failed = await run(typed, _serializer.Deserialize<TEvent>(new MemoryStream(payload.ToArray())));
        var streamed = new OrderHandler();
        var reply = await streamed.FunctionHandler(payload, _context);
        return (new Result(failed, typed.Seen), new Result(reply.FailedIds(), streamed.Seen));
    }

    private sealed class Result(IEnumerable<string> failed, IReadOnlyList<string> seen) : IEquatable<Result>
    {
        public IReadOnlyList<string> Failed { get; } = [.. failed];

        public bool Equals(Result? other) => other is not null && Failed.SequenceEqual(other.Failed) && seen.Order().SequenceEqual(other.Seen.Order());

        public override bool Equals(object? obj) => Equals(obj as Result);

        public override int GetHashCode() => Failed.Count;

        public override string ToString() => string.Join(" ; ", seen) + " failed: " + string.Join(",", Failed);

        private IReadOnlyList<string> Seen => seen;
    }
}
