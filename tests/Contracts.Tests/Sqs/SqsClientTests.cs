using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Contracts.Tests.Http;

namespace Contracts.Tests.Sqs;

public sealed class SqsClientTests
{
    private const string QueueUrl = "http://localhost/000000000000/orders";

    [Fact]
    public async Task A_request_is_signed_json_with_the_operation_as_its_target()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""{"QueueUrl":"http://localhost/000000000000/orders"}"""));
        using var client = SqsClientOf.Server(server);

        var response = await client.CreateQueueAsync(new CreateQueueRequest("orders")
        {
            Attributes = new() { [QueueAttributeName.VisibilityTimeout] = "60" },
            Tags = new() { ["team"] = "blue" },
        });

        Assert.Equal(QueueUrl, response.QueueUrl);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal("req-1", response.ResponseMetadata.RequestId);
        Assert.Equal("POST / HTTP/1.1", server.Single.Line);
        Assert.Equal("AmazonSQS.CreateQueue", server.Single.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", server.Single.Headers["Content-Type"]);
        Assert.Contains("Credential=key/", server.Single.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/sqs/aws4_request", server.Single.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"Attributes":{"VisibilityTimeout":"60"},"QueueName":"orders","tags":{"team":"blue"}}""", server.Single.Text);
    }

    [Fact]
    public async Task A_message_goes_out_with_everything_that_is_set()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""{"MessageId":"m-1","SequenceNumber":"7"}"""));
        using var client = SqsClientOf.Server(server);

        var response = await client.SendMessageAsync(new SendMessageRequest(QueueUrl, "hi")
        {
            DelaySeconds = 0,
            MessageGroupId = "g",
            MessageDeduplicationId = "d",
            MessageAttributes = new()
            {
                ["kind"] = new() { DataType = "String", StringValue = "order" },
                ["blob"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
            },
            MessageSystemAttributes = new() { ["AWSTraceHeader"] = new() { DataType = "String", StringValue = "Root=1" } },
        });

        Assert.Equal(("m-1", "7"), (response.MessageId, response.SequenceNumber));
        var sent = server.Single.Json;
        Assert.Equal(0, sent.GetProperty("DelaySeconds").GetInt32());
        Assert.Equal("g", sent.GetProperty("MessageGroupId").GetString());
        Assert.Equal("order", sent.GetProperty("MessageAttributes").GetProperty("kind").GetProperty("StringValue").GetString());
        Assert.Equal("AQID", sent.GetProperty("MessageAttributes").GetProperty("blob").GetProperty("BinaryValue").GetString());
        Assert.Equal("Root=1", sent.GetProperty("MessageSystemAttributes").GetProperty("AWSTraceHeader").GetProperty("StringValue").GetString());
    }

    [Fact]
    public async Task What_is_not_set_stays_out_of_the_request()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""{"MessageId":"m-1"}"""));
        using var client = SqsClientOf.Server(server);

        await client.SendMessageAsync(QueueUrl, "hi");

        Assert.Equal($$"""{"MessageBody":"hi","QueueUrl":"{{QueueUrl}}"}""", server.Single.Text);
    }

    [Fact]
    public async Task Received_messages_have_body_attributes_and_receipt_handle()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""
            {"Messages":[{"MessageId":"m-1","ReceiptHandle":"r-1","Body":"hi","MD5OfBody":"49f68a5c8493ec2c0bf489821c21fc3b",
              "Attributes":{"ApproximateReceiveCount":"3"},
              "MessageAttributes":{"blob":{"DataType":"Binary","BinaryValue":"AQID"},"n":{"DataType":"Number","StringValue":"5"}}}]}
            """));
        using var client = SqsClientOf.Server(server);

        var response = await client.ReceiveMessageAsync(new ReceiveMessageRequest(QueueUrl)
        {
            MaxNumberOfMessages = 10,
            WaitTimeSeconds = 20,
            MessageSystemAttributeNames = ["All"],
        });

        var message = Assert.Single(response.Messages);
        Assert.Equal(("m-1", "r-1", "hi"), (message.MessageId, message.ReceiptHandle, message.Body));
        Assert.Equal("3", message.Attributes[MessageSystemAttributeName.ApproximateReceiveCount]);
        Assert.Equal([1, 2, 3], message.MessageAttributes["blob"].BinaryValue.ToArray());
        Assert.Equal("5", message.MessageAttributes["n"].StringValue);
        Assert.Equal(20, server.Single.Json.GetProperty("WaitTimeSeconds").GetInt32());
    }

    [Fact]
    public async Task Collections_that_the_service_leaves_out_are_null()
    {
        await using var server = new CannedServer(CannedAnswer.Json("{}"), CannedAnswer.Json("""{"Messages":[]}"""));
        using var client = SqsClientOf.Server(server);

        Assert.Null((await client.ReceiveMessageAsync(QueueUrl)).Messages);
        Assert.Empty((await client.ReceiveMessageAsync(QueueUrl)).Messages);
    }

    [Fact]
    public async Task A_batch_reports_each_entry()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""
            {"Successful":[{"Id":"a","MessageId":"m-1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}],
             "Failed":[{"Id":"b","SenderFault":true,"Code":"InvalidMessageContents","Message":"no"}]}
            """));
        using var client = SqsClientOf.Server(server);

        var response = await client.SendMessageBatchAsync(QueueUrl, [new("a", "hi"), new("b", "\u0001")]);

        Assert.Equal("m-1", Assert.Single(response.Successful).MessageId);
        var failed = Assert.Single(response.Failed);
        Assert.Equal(("b", true, "InvalidMessageContents"), (failed.Id, failed.SenderFault, failed.Code));
        Assert.Equal(2, server.Single.Json.GetProperty("Entries").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_without_members_may_have_no_body()
    {
        await using var server = new CannedServer(CannedAnswer.Json(""));
        using var client = SqsClientOf.Server(server);

        var response = await client.DeleteMessageAsync(QueueUrl, "r-1");

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task The_typed_queue_attributes_read_from_the_map()
    {
        await using var server = new CannedServer(CannedAnswer.Json(
            """{"Attributes":{"QueueArn":"arn:aws:sqs:eu-west-1:000000000000:orders","ApproximateNumberOfMessages":"4"}}"""));
        using var client = SqsClientOf.Server(server);

        var response = await client.GetQueueAttributesAsync(QueueUrl, ["All"]);

        Assert.Equal("arn:aws:sqs:eu-west-1:000000000000:orders", response.QueueARN);
        Assert.Equal(4, response.ApproximateNumberOfMessages);
        Assert.Equal(0, response.DelaySeconds);
    }

    [Fact]
    public void Without_a_custom_endpoint_the_region_gives_it()
    {
        using var client = new AmazonSQSClient("key", "secret", new AmazonSQSConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            IgnoreConfiguredEndpointUrls = true,
        });

        Assert.Equal("https://sqs.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);
    }

    [Fact]
    public async Task An_empty_list_that_the_caller_made_is_sent()
    {
        await using var server = new CannedServer(CannedAnswer.Json("{}"));
        using var client = SqsClientOf.Server(server);

        await client.GetQueueAttributesAsync(QueueUrl, []);

        Assert.Equal($$"""{"AttributeNames":[],"QueueUrl":"{{QueueUrl}}"}""", server.Single.Text);
    }

    [Fact]
    public void A_client_can_be_made_through_its_interface()
    {
        using var client = (IDisposable)Create<IAmazonSQS>();

        Assert.IsType<AmazonSQSClient>(client);
    }

    private static IAmazonService Create<T>()
        where T : IAmazonService =>
        T.CreateDefaultServiceClient(new BasicAWSCredentials("key", "secret"), new AmazonSQSConfig { RegionEndpoint = RegionEndpoint.EUWest1 });
}
