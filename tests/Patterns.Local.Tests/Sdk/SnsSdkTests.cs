using System.Text.Json;
using Amazon.SimpleNotificationService.Model;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Sdk;

/// <summary>Topic semantics as an unmodified SDK client sees them over HTTP.</summary>
public sealed class SnsSdkTests
{
    [Fact]
    public async Task Every_subscribed_queue_gets_a_copy_in_the_form_that_it_asked_for()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var topic = (await aws.Sns.CreateTopicAsync("t")).TopicArn;
        var wrapped = await SubscribeAsync(aws, topic, "wrapped");
        var raw = await SubscribeAsync(aws, topic, "raw", ("RawMessageDelivery", "true"));

        await aws.Sns.PublishAsync(new PublishRequest
        {
            TopicArn = topic,
            Message = "hello",
            MessageAttributes = new Dictionary<string, MessageAttributeValue> { ["country"] = new() { DataType = "String", StringValue = "DE" } },
        });

        using var envelope = JsonDocument.Parse((await OneAsync(aws, wrapped)).Body);
        Assert.Equal("hello", envelope.RootElement.GetProperty("Message").GetString());
        Assert.Equal("DE", envelope.RootElement.GetProperty("MessageAttributes").GetProperty("country").GetProperty("Value").GetString());
        var plain = await OneAsync(aws, raw);
        Assert.Equal(("hello", "DE"), (plain.Body, plain.MessageAttributes["country"].StringValue));
    }

    [Fact]
    public async Task A_filter_policy_lets_only_matching_messages_through()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var topic = (await aws.Sns.CreateTopicAsync("t")).TopicArn;
        var queue = await SubscribeAsync(aws, topic, "q", ("RawMessageDelivery", "true"), ("FilterPolicyScope", "MessageBody"), ("FilterPolicy", """{"n":[{"numeric":[">",10]}]}"""));

        foreach (var body in new[] { """{"n":3}""", """{"n":11}""", "no json" })
        {
            await aws.Sns.PublishAsync(topic, body);
        }

        Assert.Equal("""{"n":11}""", (await OneAsync(aws, queue)).Body);
        Assert.Empty(await aws.ReceiveAsync(queue));
    }

    [Fact]
    public async Task A_FIFO_topic_keeps_the_order_of_a_group_and_drops_duplicates()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var topic = (await aws.Sns.CreateTopicAsync(new CreateTopicRequest { Name = "t.fifo", Attributes = new Dictionary<string, string> { ["FifoTopic"] = "true" } })).TopicArn;
        var queue = await SubscribeAsync(aws, topic, "q.fifo", ("RawMessageDelivery", "true"));

        foreach (var body in new[] { "1", "2", "2", "3" })
        {
            await aws.Sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = body, MessageGroupId = "g", MessageDeduplicationId = body });
        }

        var bodies = new List<string>();
        await Eventually.BecomesTrueAsync(async () =>
        {
            foreach (var message in await aws.ReceiveAsync(queue))
            {
                bodies.Add(message.Body);
                await aws.Sqs.DeleteMessageAsync(queue, message.ReceiptHandle);
            }

            return bodies.Count >= 3;
        });
        Assert.Equal(["1", "2", "3"], bodies);
    }

    [Fact]
    public async Task Errors_arrive_as_the_clients_own_exceptions()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var topic = (await aws.Sns.CreateTopicAsync("t")).TopicArn;

        await Assert.ThrowsAsync<NotFoundException>(() => aws.Sns.PublishAsync(topic + "x", "hello"));
        await Assert.ThrowsAsync<InvalidParameterException>(() => aws.Sns.PublishAsync(topic, ""));
    }

    private static async Task<string> SubscribeAsync(SdkEndpoint aws, string topic, string queueName, params (string Name, string Value)[] attributes)
    {
        var queue = await aws.CreateQueueAsync(queueName);
        await aws.Sns.SubscribeAsync(new SubscribeRequest
        {
            TopicArn = topic,
            Protocol = "sqs",
            Endpoint = await aws.ArnOfAsync(queue),
            Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
        });
        return queue;
    }

    private static async Task<Amazon.SQS.Model.Message> OneAsync(SdkEndpoint aws, string queue)
    {
        List<Amazon.SQS.Model.Message> messages = [];
        await Eventually.BecomesTrueAsync(async () => (messages = await aws.ReceiveAsync(queue, max: 1)).Count > 0);
        return messages[0];
    }
}
