using Patterns.Local.Services;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class PublishTests : SnsTestBase
{
    [Fact]
    public async Task A_queue_gets_the_signed_document()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue);

        var accepted = await PublishAsync(topic, new PublishInput("hi & <bye>") { Subject = "greeting" });

        var document = Json(Assert.Single(Targets.BodiesTo(Queue)));
        Assert.Equal(
            ["Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL"],
            document.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Notification", document.GetProperty("Type").GetString());
        Assert.Equal(accepted.MessageId, document.GetProperty("MessageId").GetString());
        Assert.Equal("hi & <bye>", document.GetProperty("Message").GetString());
        Assert.Equal("2026-01-02T03:04:05.000Z", document.GetProperty("Timestamp").GetString());
        Assert.Equal($"http://127.0.0.1:4566/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}", document.GetProperty("UnsubscribeURL").GetString());
        Assert.Null(Targets.To(Queue)[0].Attributes);
    }

    [Fact]
    public async Task The_document_carries_attributes_with_binary_values_in_base64()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue);

        await PublishAsync(topic, new PublishInput("m") { Attributes = SomeAttributes });

        Assert.Equal("""{"kind":{"Type":"String","Value":"price"},"raw":{"Type":"Binary","Value":"AgME"}}""", Json(Targets.BodiesTo(Queue)[0]).GetProperty("MessageAttributes").GetRawText());
    }

    [Fact]
    public async Task Raw_delivery_is_the_message_with_its_attributes()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true")));

        await PublishAsync(topic, new PublishInput("plain") { Attributes = SomeAttributes });

        var delivery = Assert.Single(Targets.To(Queue));
        Assert.Equal("plain", delivery.Body);
        Assert.Same(SomeAttributes, delivery.Attributes);
    }

    [Fact]
    public async Task A_function_gets_the_event_with_its_own_spelling()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "lambda", Function);

        await PublishAsync(topic, new PublishInput("hi") { Attributes = SomeAttributes });

        var record = Json(Assert.Single(Targets.BodiesTo(Function))).GetProperty("Records")[0];
        Assert.Equal("aws:sns", record.GetProperty("EventSource").GetString());
        Assert.Equal("1.0", record.GetProperty("EventVersion").GetString());
        Assert.Equal(subscription.Arn, record.GetProperty("EventSubscriptionArn").GetString());
        Assert.Equal(
            ["Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature", "SigningCertUrl", "UnsubscribeUrl", "MessageAttributes"],
            record.GetProperty("Sns").EnumerateObject().Select(property => property.Name));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, record.GetProperty("Sns").GetProperty("Subject").ValueKind);
    }

    [Fact]
    public async Task A_structured_message_has_a_text_for_each_protocol()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true")));
        Sns.Subscribe(topic, "lambda", Function);

        await PublishAsync(topic, new PublishInput("""{"default":"d","sqs":"for queues"}""") { MessageStructure = "json" });

        Assert.Equal(["for queues"], Targets.BodiesTo(Queue));
        Assert.Equal("d", Json(Targets.BodiesTo(Function)[0]).GetProperty("Records")[0].GetProperty("Sns").GetProperty("Message").GetString());
    }

    [Theory]
    [InlineData("not json", "Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData("[]", "Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData("""{"sqs":"x"}""", "Invalid parameter: Message Structure - No default entry in JSON message body")]
    [InlineData("""{"default":{"x":1}}""", "Invalid parameter: Message Structure - No default entry in JSON message body")]
    public void A_structured_message_without_a_default_text_is_refused(string message, string error) =>
        Refused(() => Sns.Publish(Topic(), new PublishInput(message) { MessageStructure = "json" }), error);

    [Theory]
    [InlineData("", false)]
    [InlineData(" leading space", false)]
    [InlineData("two\nlines", false)]
    [InlineData("ümlaut", false)]
    [InlineData("Order #7!", true)]
    public void A_subject_is_printable_ascii_on_one_line(string subject, bool isAccepted)
    {
        var input = new PublishInput("m") { Subject = subject };
        if (isAccepted)
        {
            Sns.Publish(Topic(), input);
        }
        else
        {
            Refused(() => Sns.Publish(Topic(), input), "Invalid parameter: Subject");
        }
    }

    [Fact]
    public void A_subject_has_at_most_100_characters()
    {
        Sns.Publish(Topic(), new PublishInput("m") { Subject = new string('s', 100) });
        Refused(() => Sns.Publish(Topic(), new PublishInput("m") { Subject = new string('s', 101) }), "Invalid parameter: Subject");
    }

    [Fact]
    public void A_message_with_its_attributes_has_at_most_256_kilobytes()
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.OfString("é") };
        const int Attributes = 1 + 6 + 2;

        Sns.Publish(Topic(), new PublishInput(new string('x', (256 * 1024) - Attributes)) { Attributes = attributes });
        Refused(() => Sns.Publish(Topic(), new PublishInput(new string('x', (256 * 1024) - Attributes + 1)) { Attributes = attributes }), "Invalid parameter: Message too long");
        Refused(() => Sns.Publish(Topic(), new PublishInput("")), "Invalid parameter: Empty message");
    }

    [Fact]
    public void A_standard_topic_takes_groups_but_no_deduplication_id()
    {
        Sns.Publish(Topic(), new PublishInput("m") { GroupId = "tenant" });
        Refused(() => Sns.Publish(Topic(), new PublishInput("m") { DeduplicationId = "d" }), "Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type");
    }

    [Fact]
    public async Task A_batch_reports_each_entry()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true")));

        var results = Sns.PublishBatch(topic, [Entry("a", "1"), Entry("b", ""), Entry("c", "3")]);
        await Sns.WhenIdleAsync();

        Assert.Equal(["1", "3"], Targets.BodiesTo(Queue));
        Assert.Equal([true, false, true], results.Select(result => result.Accepted is not null));
        Assert.Equal("Invalid parameter: Empty message", results[1].Refused!.Message);
    }

    [Fact]
    public void A_batch_that_breaks_a_rule_is_refused_whole()
    {
        var topic = Topic();

        Assert.Equal("EmptyBatchRequest", RefusedBatch(topic));
        Assert.Equal("TooManyEntriesInBatchRequest", RefusedBatch(topic, [.. Enumerable.Range(0, 11).Select(i => Entry($"{i}", "m"))]));
        Assert.Equal("BatchEntryIdsNotDistinct", RefusedBatch(topic, Entry("a", "1"), Entry("a", "2")));
        Assert.Equal("InvalidBatchEntryId", RefusedBatch(topic, Entry("a.b", "1")));
        Assert.Equal("InvalidBatchEntryId", RefusedBatch(topic, Entry(new string('a', 81), "1")));
        Assert.Equal("BatchRequestTooLong", RefusedBatch(topic, Entry("a", new string('x', 200_000)), Entry("b", new string('x', 70_000))));
        Assert.Equal("InvalidParameter", RefusedBatch(FifoTopic(), Entry("a", "no group")));
    }

    [Fact]
    public async Task A_publisher_does_not_wait_for_a_subscriber()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue);
        Sns.Subscribe(topic, "sqs", OtherQueue);
        var gate = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        Targets.Before = arn =>
        {
            reached.TrySetResult();
            return arn == Queue ? gate.Task : Task.CompletedTask;
        };

        Sns.Publish(topic, new PublishInput("1"));
        Sns.Publish(topic, new PublishInput("2"));
        await reached.Task;
        Assert.Empty(Targets.To(Queue));
        gate.SetResult();
        await Sns.WhenIdleAsync();

        Assert.Equal(2, Targets.To(Queue).Length);
        Assert.Equal(2, Targets.To(OtherQueue).Length);
    }

    [Theory]
    [InlineData("MessageAttributes", """{"kind":["price"]}""", true)]
    [InlineData("MessageAttributes", """{"kind":["order"]}""", false)]
    [InlineData("MessageAttributes", """{"raw":[{"exists":true}]}""", false)]
    [InlineData("MessageAttributes", "{}", true)]
    [InlineData("MessageBody", """{"n":[{"numeric":[">",1]}]}""", true)]
    [InlineData("MessageBody", """{"n":[{"numeric":[">",2]}]}""", false)]
    public async Task A_filter_decides_by_attributes_or_body(string scope, string policy, bool isDelivered)
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue, Set(("FilterPolicy", policy), ("FilterPolicyScope", scope)));

        await PublishAsync(topic, new PublishInput("""{"n":2}""") { Attributes = SomeAttributes });

        Assert.Equal(isDelivered ? 1 : 0, Targets.To(Queue).Length);
        Assert.Equal((isDelivered ? 1 : 0, isDelivered ? 0 : 1), (subscription.Counts.Accepted, subscription.Counts.Filtered));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("[1]")]
    [InlineData("\"a\"")]
    public async Task A_body_that_is_no_object_passes_no_filter_on_the_body(string message)
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue, Set(("FilterPolicy", """{"a":[{"exists":false}]}"""), ("FilterPolicyScope", "MessageBody")));

        await PublishAsync(topic, message);

        Assert.Empty(Targets.To(Queue));
    }

    private static readonly Dictionary<string, MessageAttribute> SomeAttributes = new()
    {
        ["kind"] = MessageAttribute.OfString("price"),
        ["raw"] = new MessageAttribute("Binary", null, new byte[] { 2, 3, 4 }),
    };

    private static PublishBatchEntry Entry(string id, string message) => new(id, new PublishInput(message));

    private string RefusedBatch(string topic, params PublishBatchEntry[] entries) =>
        Assert.Throws<AwsException>(() => Sns.PublishBatch(topic, entries)).QueryCode;
}
