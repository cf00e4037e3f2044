namespace Patterns.Aws.Tests;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("orders")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333")]
    [InlineData("arn:aws:kinesis:eu-west-1:111122223333:stream/orders")]
    [InlineData("ftp://example.com/1/orders")]
    public void What_names_no_destination_is_refused(string arnOrUrl)
    {
        var exception = Assert.Throws<ArgumentException>(() => Destination.From(arnOrUrl));

        Assert.Equal(
            $"'{arnOrUrl}' names no destination. Expected the ARN of an SQS queue (arn:aws:sqs:…) or SNS topic (arn:aws:sns:…), or the URL of a queue.",
            exception.Message);
    }

    [Fact]
    public void A_topic_is_no_queue()
    {
        using var client = new Amazon.SQS.AmazonSQSClient("id", "secret", Amazon.RegionEndpoint.EUWest1);

        var exception = Assert.Throws<ArgumentException>(() => Destination.Queue(client, "arn:aws:sns:eu-west-1:111122223333:orders"));

        Assert.Equal("'arn:aws:sns:eu-west-1:111122223333:orders' is of the service Sns, but one of Sqs was expected.", exception.Message);
    }
}
