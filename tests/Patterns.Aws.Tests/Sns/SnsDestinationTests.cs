using Amazon.SimpleNotificationService.Model;

namespace Patterns.Aws.Tests.Sns;

public sealed class SnsDestinationTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    public static TheoryData<string, bool> Laws => [.. from law in DestinationContract.Laws from fifo in new[] { false, true } select (law, fifo)];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_destinations(string law, bool fifo)
    {
        var topic = await CreateTopicAsync(fifo);
        var (url, arn) = await endpoint.CreateQueueAsync(fifo);
        await endpoint.Sns.SubscribeAsync(new SubscribeRequest
        {
            TopicArn = topic,
            Protocol = "sqs",
            Endpoint = arn,
            Attributes = new Dictionary<string, string> { ["RawMessageDelivery"] = "true" },
        });

        await DestinationContract.CheckAsync(law, new Subject(endpoint, topic, url));
    }

    private async Task<string> CreateTopicAsync(bool fifo)
    {
        var request = new CreateTopicRequest
        {
            Name = $"t-{Guid.NewGuid():N}{(fifo ? ".fifo" : "")}",
            Attributes = fifo ? new Dictionary<string, string> { ["FifoTopic"] = "true" } : null,
        };
        return (await endpoint.Sns.CreateTopicAsync(request)).TopicArn;
    }

    private sealed class Subject(Endpoint endpoint, string topicArn, string queueUrl) : DestinationUnderTest
    {
        public override IDestination Destination => Aws.Destination.Topic(endpoint.Sns, topicArn);

        public override IDestination Missing => Aws.Destination.Topic(endpoint.Sns, topicArn.Replace(":t-", ":missing-", StringComparison.Ordinal));

        public override Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) => endpoint.ReceiveAsync(queueUrl, count);
    }
}
