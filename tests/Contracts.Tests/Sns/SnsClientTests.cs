using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Contracts.Tests.Http;

namespace Contracts.Tests.Sns;

public sealed class SnsClientTests
{
    private const string TopicArn = "arn:aws:sns:eu-west-1:000000000000:orders";

    [Fact]
    public async Task A_request_is_a_signed_form_that_names_action_and_version()
    {
        await using var server = new CannedServer(Result("CreateTopic", $"<TopicArn>{TopicArn}</TopicArn>"));
        using var client = Client(server);

        var response = await client.CreateTopicAsync(new CreateTopicRequest("orders.fifo")
        {
            Attributes = new() { ["FifoTopic"] = "true" },
            Tags = [new Tag { Key = "team", Value = "blue" }],
        });

        Assert.Equal(TopicArn, response.TopicArn);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal("req-1", response.ResponseMetadata.RequestId);
        Assert.Equal("POST / HTTP/1.1", server.Single.Line);
        Assert.StartsWith("application/x-www-form-urlencoded", server.Single.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/sns/aws4_request", server.Single.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["Action"] = "CreateTopic",
                ["Version"] = "2010-03-31",
                ["Name"] = "orders.fifo",
                ["Attributes.entry.1.key"] = "FifoTopic",
                ["Attributes.entry.1.value"] = "true",
                ["Tags.member.1.Key"] = "team",
                ["Tags.member.1.Value"] = "blue",
            },
            new SortedDictionary<string, string>(server.Single.Form.ToDictionary()));
    }

    [Fact]
    public async Task A_message_goes_out_with_its_attributes()
    {
        await using var server = new CannedServer(Result("Publish", "<MessageId>m-1</MessageId><SequenceNumber>7</SequenceNumber>"));
        using var client = Client(server);

        var response = await client.PublishAsync(new PublishRequest(TopicArn, "a & b = ü", "new")
        {
            MessageGroupId = "g",
            MessageAttributes = new()
            {
                ["kind"] = new() { DataType = "String", StringValue = "order" },
                ["blob"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
            },
        });

        Assert.Equal(("m-1", "7"), (response.MessageId, response.SequenceNumber));
        var form = server.Single.Form;
        Assert.Equal(("a & b = ü", "new", "g"), (form["Message"], form["Subject"], form["MessageGroupId"]));
        Assert.Equal("kind", form["MessageAttributes.entry.1.Name"]);
        Assert.Equal("String", form["MessageAttributes.entry.1.Value.DataType"]);
        Assert.Equal("order", form["MessageAttributes.entry.1.Value.StringValue"]);
        Assert.Equal("AQID", form["MessageAttributes.entry.2.Value.BinaryValue"]);
    }

    [Fact]
    public async Task A_batch_reports_each_entry()
    {
        await using var server = new CannedServer(Result("PublishBatch", """
            <Successful><member><Id>a</Id><MessageId>m-1</MessageId></member></Successful>
            <Failed><member><Id>b</Id><Code>InvalidParameter</Code><Message>no</Message><SenderFault>true</SenderFault></member></Failed>
            """));
        using var client = Client(server);

        var response = await client.PublishBatchAsync(new PublishBatchRequest
        {
            TopicArn = TopicArn,
            PublishBatchRequestEntries = [new() { Id = "a", Message = "1" }, new() { Id = "b", Message = "2" }],
        });

        Assert.Equal("m-1", Assert.Single(response.Successful).MessageId);
        var failed = Assert.Single(response.Failed);
        Assert.Equal(("b", "InvalidParameter", true), (failed.Id, failed.Code, failed.SenderFault));
        Assert.Equal("2", server.Single.Form["PublishBatchRequestEntries.member.2.Message"]);
    }

    [Fact]
    public async Task Lists_and_maps_are_read_from_their_members()
    {
        await using var server = new CannedServer(
            Result("ListSubscriptionsByTopic", $"""
                <Subscriptions><member><Endpoint>e</Endpoint><Owner>o</Owner><Protocol>sqs</Protocol>
                <SubscriptionArn>s</SubscriptionArn><TopicArn>{TopicArn}</TopicArn></member></Subscriptions><NextToken>n</NextToken>
                """),
            Result("GetTopicAttributes", "<Attributes><entry><key>Owner</key><value>o</value></entry></Attributes>"),
            Result("ListTopics", "<Topics/>"));
        using var client = Client(server);

        var page = await client.ListSubscriptionsByTopicAsync(TopicArn);
        var attributes = await client.GetTopicAttributesAsync(TopicArn);
        var none = await client.ListTopicsAsync();

        var subscription = Assert.Single(page.Subscriptions);
        Assert.Equal(("e", "o", "sqs", "s"), (subscription.Endpoint, subscription.Owner, subscription.Protocol, subscription.SubscriptionArn));
        Assert.Equal("n", page.NextToken);
        Assert.Equal("o", attributes.Attributes["Owner"]);
        Assert.Null(none.Topics);
        Assert.Null(none.NextToken);
    }

    [Fact]
    public async Task An_answer_without_a_result_is_enough_for_operations_without_one()
    {
        await using var server = new CannedServer(CannedAnswer.Xml(
            "<DeleteTopicResponse><ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></DeleteTopicResponse>"));
        using var client = Client(server);

        Assert.Equal("req-1", (await client.DeleteTopicAsync(TopicArn)).ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_modelled_error_has_its_type()
    {
        await using var server = new CannedServer(CannedAnswer.XmlError(404, "NotFound", "Topic does not exist"));
        using var client = Client(server);

        var error = await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(TopicArn, "hi"));

        Assert.Equal(("NotFound", "Topic does not exist", "req-2"), (error.ErrorCode, error.Message, error.RequestId));
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task An_error_that_is_no_xml_keeps_its_status()
    {
        await using var server = new CannedServer(new CannedAnswer(403, "text/plain", "go away"));
        using var client = Client(server);

        var error = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(() => client.ListTopicsAsync());

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(400, "Throttling")]
    public async Task Server_errors_and_throttling_are_retried(int status, string code)
    {
        await using var server = new CannedServer(
            CannedAnswer.XmlError(status, code, "later"), Result("Publish", "<MessageId>m-1</MessageId>"));
        using var client = Client(server);

        Assert.Equal("m-1", (await client.PublishAsync(TopicArn, "hi")).MessageId);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Text, server.Requests[1].Text);
    }

    private static CannedAnswer Result(string operation, string xml) => CannedAnswer.Xml($"""
        <{operation}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <{operation}Result>{xml}</{operation}Result>
          <ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata>
        </{operation}Response>
        """);

    private static AmazonSimpleNotificationServiceClient Client(CannedServer server) =>
        new("key", "secret", new AmazonSimpleNotificationServiceConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
