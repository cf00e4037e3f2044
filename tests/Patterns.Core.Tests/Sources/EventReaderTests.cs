using System.Collections.Concurrent;
using System.Text;

namespace Patterns.Core.Tests.Sources;

public sealed class EventReaderTests
{
    private const string CloudEvent = """{"specversion":"1.0","id":"ce-9","source":"/shop","type":"t","data":{"id":"a"}}""";
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task A_queue_message_shows_its_origin_attempt_time_and_attributes()
    {
        var seen = await SeeAsync(Events.SqsFifo(new SqsRecord(OrderHandler.Body("a"))
        {
            MessageId = "m-1",
            GroupId = "g",
            ReceiveCount = 4,
            Attributes = new Dictionary<string, string> { ["country"] = "DE", ["ce-type"] = "order.placed" },
            TraceHeader = "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1",
        }));

        Assert.Equal(SourceKind.SqsFifo, seen.Source);
        Assert.Equal("m-1", seen.Id);
        Assert.Equal("g", seen.Key);
        Assert.Equal(4, seen.Attempt);
        Assert.Equal("arn:aws:sqs:eu-west-1:111122223333:orders.fifo", seen.SourceArn);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1793613600000), seen.Time);
        Assert.Equal("DE", seen.Attributes["country"]);
        Assert.Equal("order.placed", seen.EventName);
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", seen.TraceParent);
    }

    [Fact]
    public async Task A_notification_in_a_queue_is_unwrapped_and_keeps_its_own_message_id()
    {
        var envelope = Events.SnsEnvelope(OrderHandler.Body("a"), "sns-1", new Dictionary<string, string> { ["country"] = "DE" });

        var seen = await SeeAsync(Events.Sqs(new SqsRecord(envelope) { MessageId = "sqs-1" }));

        Assert.Equal("a", seen.Order.Id);
        Assert.Equal("sqs-1", seen.Id);
        Assert.Equal("sns-1", seen.MessageId);
        Assert.Equal("DE", seen.Attributes["country"]);
    }

    [Fact]
    public async Task A_raw_notification_in_a_queue_is_the_message()
    {
        var seen = await SeeAsync(Events.Sqs(OrderHandler.Body("raw")));

        Assert.Equal("raw", seen.Order.Id);
        Assert.Equal("0", seen.MessageId);
    }

    [Fact]
    public async Task A_bus_event_in_a_queue_is_unwrapped()
    {
        var seen = await SeeAsync(Events.Sqs(Events.EventBridgeEnvelope("OrderPlaced", OrderHandler.Body("a"), id: "e-9")));

        Assert.Equal("a", seen.Order.Id);
        Assert.Equal("e-9", seen.MessageId);
        Assert.Equal("OrderPlaced", seen.EventName);
    }

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"ce-9","source":"/shop","type":"order.placed","correlationid":"c","data":{"id":"a"}}""")]
    [InlineData("""{"data_base64":"eyJpZCI6ImEifQ==","type":"order.placed","correlationid":"c","source":"/shop","id":"ce-9","specversion":"1.0"}""")]
    public async Task A_structured_cloud_event_is_unwrapped(string body)
    {
        var seen = await SeeAsync(Events.Sqs(body));

        Assert.Equal("a", seen.Order.Id);
        Assert.Equal("ce-9", seen.MessageId);
        Assert.Equal("order.placed", seen.EventName);
        Assert.Equal("c", seen.CorrelationId);
    }

    [Fact]
    public async Task An_envelope_takes_no_more_memory_than_a_few_times_its_length()
    {
        const int length = 50_000;
        var padding = new string('x', length);
        var payload = Events.Sqs($$"""{"specversion":"1.0","id":"ce-9","source":"/shop","type":"t","data":{"id":"a"},"padding":"{{padding}}"}""");
        var handler = new OrderHandler();
        await handler.RunAsync(payload);
        payload.Position = 0;

        var before = GC.GetAllocatedBytesForCurrentThread();
        await handler.RunAsync(payload);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * length);
        Assert.Equal(["a", "a"], handler.Handled);
    }

    [Fact]
    public async Task A_cloud_event_whose_Base64_is_escaped_is_unwrapped()
    {
        var data = EscapedBase64(OrderHandler.Body("~~~>>>?"));

        var seen = await SeeAsync(Events.Sqs($$"""{"specversion":"1.0","id":"ce-9","source":"/shop","type":"t","data_base64":"{{data}}"}"""));

        Assert.Equal("~~~>>>?", seen.Order.Id);
    }

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"text/plain","data":"a\"b"}""", "a\"b")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t","data":"text","datacontenttype":"text/csv; charset=utf-8"}""", "text")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t","data":"text","datacontenttype":"application/json; charset=utf-8"}""", "\"text\"")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t","data":"text"}""", "\"text\"")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t","data":{"a":1},"datacontenttype":"text/plain"}""", """{"a":1}""")]
    public async Task The_content_type_says_whether_a_string_is_the_text_itself(string cloudEvent, string message)
    {
        var seen = new List<string>();
        var handler = new TextHandler((text, _) => seen.Add(text));

        await handler.FunctionHandler(Events.Sqs(cloudEvent), new FakeLambdaContext());

        Assert.Equal([message], seen);
    }

    [Fact]
    public async Task Members_of_a_cloud_event_that_it_does_not_know_are_attributes_of_its_sender()
    {
        var seen = await SeeAsync(Events.Sqs("""{"specversion":"1.0","id":"ce-9","source":"/shop","type":"t","country":"DE","n":1,"data":{"id":"a"}}"""));

        Assert.Equal("DE", seen.Attributes["country"]);
        Assert.False(seen.Attributes.ContainsKey("data"));
        Assert.Equal("t", seen.Attributes["ce-type"]);
    }

    [Fact]
    public async Task A_cloud_event_in_a_notification_keeps_the_notifications_attributes()
    {
        var attributes = new Dictionary<string, string> { ["country"] = "DE", ["traceparent"] = Trace };

        var seen = await SeeAsync(Events.Sqs(Events.SnsEnvelope(CloudEvent, "m-1", attributes)));

        Assert.Equal("ce-9", seen.MessageId);
        Assert.Equal("DE", seen.Attributes["country"]);
        Assert.Equal(Trace, seen.TraceParent);
    }

    [Fact]
    public async Task A_cloud_event_in_a_bus_event_is_unwrapped_with_and_without_a_queue_between()
    {
        var direct = await SeeAsync(Events.EventBridge("t", CloudEvent));
        var queued = await SeeAsync(Events.Sqs(Events.EventBridgeEnvelope("t", CloudEvent)));

        Assert.Equal(("a", "ce-9"), (direct.Order.Id, direct.MessageId));
        Assert.Equal(("a", "ce-9"), (queued.Order.Id, queued.MessageId));
    }

    [Fact]
    public async Task Unwrapping_can_be_switched_off()
    {
        var handler = new OrderHandler(options: new RecordHandlerOptions { UnwrapEnvelopes = false });

        var reply = await handler.RunAsync(Events.Sqs("""{"id":"outer","detail-type":"x","source":"s","detail":{"id":"inner"}}"""));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["outer"], handler.Handled);
    }

    [Fact]
    public async Task A_message_that_only_mentions_an_envelope_is_not_unwrapped()
    {
        var seen = await SeeAsync(Events.Sqs("""{"id":"a","note":"has \"TopicArn\" in it","detail-type":"x"}"""));

        Assert.Equal("a", seen.Order.Id);
    }

    [Fact]
    public async Task A_notification_shows_topic_and_message_id()
    {
        var seen = await SeeAsync(Events.Sns(OrderHandler.Body("a")));

        Assert.Equal(SourceKind.Sns, seen.Source);
        Assert.Equal("0", seen.Id);
        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:orders", seen.SourceArn);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero), seen.Time);
    }

    [Fact]
    public async Task A_stream_record_shows_its_key_sequence_number_and_arrival()
    {
        var seen = await SeeAsync(Events.Kinesis(new StreamRecord("acct-7", OrderHandler.Body("a")) { SequenceNumber = "4964" }));

        Assert.Equal(SourceKind.Kinesis, seen.Source);
        Assert.Equal("4964", seen.Id);
        Assert.Equal("acct-7", seen.Key);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero), seen.Time);
    }

    [Fact]
    public async Task A_pipe_hands_over_records_without_a_member_around_them()
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(OrderHandler.Body("a")));

        var seen = await SeeAsync(Events.Direct(
            $$"""[{"eventSource":"aws:kinesis","partitionKey":"k","sequenceNumber":"8","data":"{{data}}","approximateArrivalTimestamp":1793613600.5}]"""));

        Assert.Equal(SourceKind.Kinesis, seen.Source);
        Assert.Equal("8", seen.Id);
        Assert.Equal("a", seen.Order.Id);
    }

    [Fact]
    public async Task Stream_data_whose_Base64_is_escaped_is_read()
    {
        var data = EscapedBase64(OrderHandler.Body("~~~>>>?"));

        var seen = await SeeAsync(Events.Direct(
            $$"""{"Records":[{"kinesis":{"partitionKey":"k","sequenceNumber":"7","data":"{{data}}"},"eventSource":"aws:kinesis"}]}"""));

        Assert.Equal("~~~>>>?", seen.Order.Id);
    }

    [Fact]
    public async Task A_table_change_gives_the_latest_image_as_the_message()
    {
        var seen = await SeeAsync(Events.DynamoDb(new TableRecord("MODIFY", """{"pk":{"S":"A#1"}}""")
        {
            OldImage = """{"id":{"S":"old"}}""",
            NewImage = """{"id":{"S":"new"},"quantity":{"N":"3"},"tags":{"SS":["a"]},"deep":{"M":{"l":{"L":[{"BOOL":true},{"NULL":true}]}}}}""",
        }));

        Assert.Equal(new Order("new", 3), seen.Order);
        Assert.Equal("MODIFY", seen.EventName);
        Assert.Equal("A#1", seen.Key);
    }

    [Fact]
    public async Task A_removed_item_gives_its_old_image()
    {
        var seen = await SeeAsync(Events.DynamoDb(new TableRecord("REMOVE", """{"pk":{"S":"A"}}""") { OldImage = """{"id":{"S":"old"}}""" }));

        Assert.Equal("old", seen.Order.Id);
    }

    [Fact]
    public async Task A_change_with_its_old_image_only_is_poison_rather_than_an_outdated_message()
    {
        var failures = new InMemoryDestination("failures");
        var handler = new OrderHandler(options: new RecordHandlerOptions { FailureDestination = failures });

        await handler.RunAsync(Events.DynamoDb(new TableRecord("MODIFY", """{"pk":{"S":"A"}}""") { OldImage = """{"id":{"S":"stale"}}""" }));

        Assert.Empty(handler.Handled);
        Assert.Equal(
            "The stream has old images only, which are out of date; take TableChange<T> as the message, or give the stream new images.",
            Assert.Single(failures.Received).Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task An_item_nested_as_deep_as_a_table_allows_is_read_and_its_neighbour_too()
    {
        const int levels = 31;
        var nested = string.Concat(Enumerable.Repeat("""{"M":{"a":""", levels)) + """{"S":"x"}""" + new string('}', 2 * levels);
        var handler = new OrderHandler();

        var reply = await handler.RunAsync(Events.DynamoDb(
            new TableRecord("INSERT", """{"pk":{"S":"A"}}""") { NewImage = $$$"""{"id":{"S":"deep"},"nested":{{{nested}}}}""" },
            new TableRecord("INSERT", """{"pk":{"S":"B"}}""") { NewImage = """{"id":{"S":"flat"}}""" }));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["deep", "flat"], handler.Handled.Order());
    }

    [Fact]
    public async Task A_two_part_table_key_is_no_key_of_one_part()
    {
        var seen = await SeeAsync(Events.DynamoDb(
            new TableRecord("INSERT", """{"pk":{"S":"A"},"sk":{"S":"B"}}""") { NewImage = """{"id":{"S":"a"}}""" }));

        Assert.Null(seen.Key);
    }

    [Fact]
    public async Task A_handler_of_table_changes_sees_both_images()
    {
        TableChange<Order>? change = null;
        var handler = new ChangeHandler(seen => change = seen);

        await handler.FunctionHandler(
            Events.DynamoDb(new TableRecord("MODIFY", """{"pk":{"S":"A"}}""")
            {
                OldImage = """{"id":{"S":"old"}}""",
                NewImage = """{"id":{"S":"new"}}""",
            }),
            new FakeLambdaContext());

        Assert.Equal("MODIFY", change!.Kind);
        Assert.Equal("new", change.New!.Id);
        Assert.Equal("old", change.Old!.Id);
        Assert.Equal("A", change.Keys.GetProperty("pk").GetString());
    }

    [Fact]
    public async Task A_bus_event_shows_its_detail_type()
    {
        var seen = await SeeAsync(Events.EventBridge("OrderPlaced", OrderHandler.Body("a"), id: "e-1"));

        Assert.Equal(SourceKind.EventBridge, seen.Source);
        Assert.Equal("OrderPlaced", seen.EventName);
        Assert.Equal("e-1", seen.Id);
        Assert.Equal("a", seen.Order.Id);
    }

    [Fact]
    public async Task A_tick_in_a_queue_is_the_whole_event_too()
    {
        var tick = Encoding.UTF8.GetString(Events.Schedule(DateTimeOffset.UnixEpoch).ToArray());

        var seen = await SeeAsync(Events.Sqs(tick));

        Assert.Equal("t-1", seen.Order.Id);
    }

    [Fact]
    public async Task A_tick_is_the_whole_event_and_names_its_rule()
    {
        var at = new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);

        var seen = await SeeAsync(Events.Schedule(at));

        Assert.Equal(SourceKind.Schedule, seen.Source);
        Assert.Equal(at, seen.Time);
        Assert.Equal("arn:aws:events:eu-west-1:111122223333:rule/nightly", seen.SourceArn);
        Assert.Equal("t-1", seen.Order.Id);
    }

    [Fact]
    public async Task An_object_event_shows_the_decoded_key()
    {
        RecordContext? context = null;
        var decoded = "";
        var handler = new TextHandler((text, record) => (context, decoded) = (record, record.Key!));

        await handler.FunctionHandler(Events.S3("uploads", "a b/ü+c.txt"), new FakeLambdaContext());

        Assert.Equal("a b/ü+c.txt", decoded);
        Assert.NotNull(context);
    }

    [Fact]
    public async Task Each_object_of_one_event_has_a_message_id_of_its_own()
    {
        var ids = new ConcurrentBag<string>();
        var handler = new TextHandler((_, record) => ids.Add(record.MessageId));

        await handler.FunctionHandler(Events.S3("uploads", "a.txt", "b.txt"), new FakeLambdaContext());

        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_test_event_of_S3_is_acknowledged_without_a_record()
    {
        var handler = new OrderHandler();

        await handler.RunAsync(Events.Direct("""{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}"""));

        Assert.Empty(handler.Handled);
    }

    [Fact]
    public async Task A_payload_that_is_no_event_is_the_message()
    {
        var seen = await SeeAsync(Events.Direct("""{"id":"direct","Records":[{"mine":true}]}"""));

        Assert.Equal(SourceKind.Direct, seen.Source);
        Assert.Equal("direct", seen.Order.Id);
    }

    [Fact]
    public async Task A_message_with_an_empty_list_named_Records_is_a_message()
    {
        var seen = await SeeAsync(Events.Direct("""{"Records":[],"id":"direct"}"""));

        Assert.Equal(SourceKind.Direct, seen.Source);
        Assert.Equal("direct", seen.Order.Id);
    }

    [Fact]
    public async Task A_tumbling_windows_members_beside_the_records_do_no_harm()
    {
        var handler = new OrderHandler();
        var payload = await new StreamReader(Events.Kinesis(new StreamRecord("k", OrderHandler.Body("a")))).ReadToEndAsync();

        await handler.RunAsync(Events.Direct(payload[..^1] + ""","window":{"start":"x"},"state":{},"isFinalInvokeForWindow":false}"""));

        Assert.Equal(["a"], handler.Handled);
    }

    [Theory]
    [InlineData("", "it is empty.")]
    [InlineData("{\"a\":", "'{\"a\":'.")]
    [InlineData("{} trailing", "'{} trailing'.")]
    public async Task Malformed_payloads_give_one_clear_error(string payload, string ending)
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(() => new OrderHandler().RunAsync(Events.Direct(payload)));

        Assert.Equal(
            "Expected an event of SQS, SNS, Kinesis, DynamoDB Streams, EventBridge or S3, or a message as the payload itself, "
            + "but it is not JSON: " + ending,
            exception.Message);
    }

    [Fact]
    public async Task A_payload_with_half_a_surrogate_pair_gives_the_one_clear_error()
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(
            () => new OrderHandler().RunAsync(Events.Direct("""{"\ud800abc":1}""")));

        Assert.StartsWith("Expected an event of SQS, SNS, Kinesis", exception.Message);
    }

    [Fact]
    public async Task At_most_200_characters_of_a_payload_are_quoted()
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(
            () => new OrderHandler().RunAsync(Events.Direct("[" + new string('ü', 5000))));

        Assert.EndsWith($"'[{new string('ü', 199)}'…", exception.Message);
    }

    [Fact]
    public async Task Records_of_an_unknown_source_name_it()
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(
            () => new OrderHandler().RunAsync(Events.Direct("""{"Records":[{"eventSource":"aws:ses","ses":{}}]}""")));

        Assert.Contains("but its records come from 'aws:ses':", exception.Message);
    }

    [Fact]
    public async Task Records_of_two_sources_in_one_event_are_refused()
    {
        var exception = await Assert.ThrowsAsync<UnknownEventException>(() => new OrderHandler().RunAsync(
            Events.Direct("""{"Records":[{"eventSource":"aws:sqs","messageId":"1","body":"{}"},{"EventSource":"aws:sns","Sns":{"Message":"{}"}}]}""")));

        Assert.Equal("The records of one event come from one source, but this one has records of Sqs and Sns.", exception.Message);
    }

    [Fact]
    public async Task A_body_with_escapes_and_any_script_arrives_whole()
    {
        const string id = "tab\t quote\" slash\\ ü 𝄞 \u0001";
        var body = System.Text.Json.JsonSerializer.Serialize(new Order(id), OrderJson.Default.Order);

        var seen = await SeeAsync(Events.Sqs(body));

        Assert.Equal(id, seen.Order.Id);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_looked_into_is_read_to_its_end()
    {
        var handler = new OrderHandler();
        var bodies = Enumerable.Range(0, 1000).Select(n => OrderHandler.Body($"{n}")).ToArray();

        await handler.RunAsync(new BufferedStream(new Trickle(Events.Sqs(bodies).ToArray())));

        Assert.Equal(1000, handler.Handled.Count);
    }

    /// <summary>Base64 as serializers write it that escape all that is not safe in HTML.</summary>
    private static string EscapedBase64(string text)
    {
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        var escaped = plain.Replace("+", "\\u002B").Replace("/", "\\/").Replace("=", "\\u003d");
        Assert.NotEqual(plain, escaped);
        return escaped;
    }

    private static async Task<Seen> SeeAsync(Stream payload)
    {
        Seen? seen = null;
        var handler = new OrderHandler((order, context) =>
        {
            seen = new Seen(
                order, context.Source, context.Id, context.Key, context.SourceArn, context.Attempt, context.Time, context.EventName,
                context.MessageId, context.CorrelationId, context.TraceParent, context.Attributes);
            return ValueTask.CompletedTask;
        });
        await handler.RunAsync(payload);
        return seen ?? throw new InvalidOperationException("Nothing was handled.");
    }

    private sealed record Seen(
        Order Order,
        SourceKind Source,
        string Id,
        string? Key,
        string SourceArn,
        int Attempt,
        DateTimeOffset? Time,
        string? EventName,
        string MessageId,
        string? CorrelationId,
        string? TraceParent,
        IReadOnlyDictionary<string, string> Attributes);

    private sealed class ChangeHandler(Action<TableChange<Order>> see) : RecordHandler<TableChange<Order>>(OrderJson.Default.TableChangeOrder)
    {
        protected override ValueTask HandleAsync(TableChange<Order> message, RecordContext context)
        {
            see(message);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class TextHandler(Action<string, RecordContext> see)
        : RecordHandler<string>((body, _) => Encoding.UTF8.GetString(body))
    {
        protected override ValueTask HandleAsync(string message, RecordContext context)
        {
            see(message, context);
            return ValueTask.CompletedTask;
        }
    }
}
