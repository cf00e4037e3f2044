using Amazon.SQS;

namespace Patterns.Aws.Tests;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("orders")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333")]
    [InlineData("arn:aws:kinesis:eu-west-1:111122223333:stream/orders/consumer/c:1")]
    [InlineData("arn:aws:firehose:eu-west-1:111122223333:stream/orders")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:cluster:orders")]
    [InlineData("arn:aws:events:eu-west-1:111122223333:rule/orders")]
    [InlineData("ftp://example.com/1/orders")]
    public void What_names_no_destination_is_refused(string arnOrUrl)
    {
        var exception = Assert.Throws<ArgumentException>(() => Destination.From(arnOrUrl));

        Assert.Equal(
            $"'{arnOrUrl}' names no destination. Expected the ARN of an SQS queue (arn:aws:sqs:…), SNS topic (arn:aws:sns:…), Kinesis stream (arn:aws:kinesis:…), delivery stream (arn:aws:firehose:…) or event bus (arn:aws:events:…), or the URL of a queue.",
            exception.Message);
    }

    [Fact]
    public void A_topic_is_no_queue()
    {
        using var client = new AmazonSQSClient("id", "secret", Amazon.RegionEndpoint.EUWest1);

        var exception = Assert.Throws<ArgumentException>(() => Destination.Queue(client, "arn:aws:sns:eu-west-1:111122223333:orders"));

        Assert.Equal("'arn:aws:sns:eu-west-1:111122223333:orders' is of the service Sns, but one of Sqs was expected.", exception.Message);
    }

    public static TheoryData<AmazonSQSConfig> ClientsForIreland =>
    [
        new AmazonSQSConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest1 },
        new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1" },
    ];

    [Theory]
    [MemberData(nameof(ClientsForIreland))]
    public void A_queue_of_another_Region_than_the_clients_is_refused(AmazonSQSConfig config)
    {
        using var client = new AmazonSQSClient("id", "secret", config);

        var exception = Assert.Throws<ArgumentException>(() => Destination.Queue(client, "arn:aws:sqs:us-east-1:111122223333:orders"));

        Assert.Equal("'arn:aws:sqs:us-east-1:111122223333:orders' is in us-east-1, but the client is for eu-west-1.", exception.Message);
    }
}
