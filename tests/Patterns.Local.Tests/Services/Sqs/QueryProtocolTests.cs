using System.Net;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class QueryProtocolTests(SqsServer server) : IClassFixture<SqsServer>
{
    [Fact]
    public async Task A_queue_is_created_with_attributes_and_tags()
    {
        var reply = await server.Query(
            "/", ("Action", "CreateQueue"), ("QueueName", "query-created"), ("Attribute.1.Name", "DelaySeconds"), ("Attribute.1.Value", "5"),
            ("Tag.1.Key", "team"), ("Tag.1.Value", "a & b"));
        var tags = await server.Query("/000000000000/query-created", ("Action", "ListQueueTags"));
        var attributes = await server.Query("/000000000000/query-created", ("Action", "GetQueueAttributes"), ("AttributeName.1", "DelaySeconds"));

        Assert.Equal(
            new SqsServer.Reply(
                HttpStatusCode.OK, "text/xml", Answer("CreateQueue", $"<CreateQueueResult><QueueUrl>{server.Client.BaseAddress}000000000000/query-created</QueueUrl></CreateQueueResult>"), null),
            reply);
        Assert.Equal(Answer("ListQueueTags", "<ListQueueTagsResult><Tag><Key>team</Key><Value>a &amp; b</Value></Tag></ListQueueTagsResult>"), tags.Body);
        Assert.Equal(
            Answer("GetQueueAttributes", "<GetQueueAttributesResult><Attribute><Name>DelaySeconds</Name><Value>5</Value></Attribute></GetQueueAttributesResult>"),
            attributes.Body);
    }

    [Fact]
    public async Task A_message_goes_in_and_comes_out()
    {
        server.Service.Create("query-messages");
        var sent = await server.Query(
            "/000000000000/query-messages", ("Action", "SendMessage"), ("MessageBody", "1 < 2 & \"ä\"\r\n+%"),
            ("MessageAttribute.1.Name", "kind"), ("MessageAttribute.1.Value.DataType", "String"), ("MessageAttribute.1.Value.StringValue", "price"),
            ("MessageAttribute.2.Name", "raw"), ("MessageAttribute.2.Value.DataType", "Binary"), ("MessageAttribute.2.Value.BinaryValue", "AQI="));
        var received = await server.Query(
            "/000000000000/query-messages", ("Action", "ReceiveMessage"), ("AttributeName.1", "ApproximateReceiveCount"), ("MessageAttributeName.1", "All"));

        Assert.Matches(
            "<SendMessageResult><MessageId>[0-9a-f-]{36}</MessageId><MD5OfMessageBody>[0-9a-f]{32}</MD5OfMessageBody><MD5OfMessageAttributes>[0-9a-f]{32}</MD5OfMessageAttributes></SendMessageResult>",
            sent.Body);
        Assert.Contains("<Body>1 &lt; 2 &amp; &quot;ä&quot;&#xD;\n+%</Body><Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>", received.Body, StringComparison.Ordinal);
        Assert.Contains("<MessageAttribute><Name>kind</Name><Value><StringValue>price</StringValue><DataType>String</DataType></Value></MessageAttribute>", received.Body, StringComparison.Ordinal);
        Assert.Contains("<MessageAttribute><Name>raw</Name><Value><BinaryValue>AQI=</BinaryValue><DataType>Binary</DataType></Value></MessageAttribute>", received.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_reports_what_failed_beside_what_succeeded()
    {
        var queue = server.Service.Create("query-batch");
        var sent = await server.Query(
            "/", ("Action", "SendMessageBatch"), ("QueueUrl", queue.Url), ("SendMessageBatchRequestEntry.1.Id", "a"), ("SendMessageBatchRequestEntry.1.MessageBody", "a"),
            ("SendMessageBatchRequestEntry.2.Id", "b"), ("SendMessageBatchRequestEntry.2.MessageBody", "b"), ("SendMessageBatchRequestEntry.2.DelaySeconds", "901"));
        var deleted = await server.Query(
            "/", ("Action", "DeleteMessageBatch"), ("QueueUrl", queue.Url), ("DeleteMessageBatchRequestEntry.1.Id", "a"),
            ("DeleteMessageBatchRequestEntry.1.ReceiptHandle", Assert.Single(queue.Receive(1)).ReceiptHandle));

        Assert.Contains("<SendMessageBatchResultEntry><Id>a</Id><MessageId>", sent.Body, StringComparison.Ordinal);
        Assert.Contains(
            "<BatchResultErrorEntry><Id>b</Id><Code>InvalidParameterValue</Code><Message>Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be &gt;= 0 and &lt;= 900.</Message><SenderFault>true</SenderFault></BatchResultErrorEntry>",
            sent.Body, StringComparison.Ordinal);
        Assert.Equal(
            Answer("DeleteMessageBatch", "<DeleteMessageBatchResult><DeleteMessageBatchResultEntry><Id>a</Id></DeleteMessageBatchResultEntry></DeleteMessageBatchResult>"), deleted.Body);
    }

    [Fact]
    public async Task Operations_without_a_result_answer_with_the_request_id_alone()
    {
        server.Service.Create("query-empty");

        var reply = await server.Query("/000000000000/query-empty", ("Action", "PurgeQueue"));

        Assert.Equal(Answer("PurgeQueue", ""), reply.Body);
    }

    [Theory]
    [InlineData("/000000000000/missing", "PurgeQueue", 400, "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist for this wsdl version.")]
    [InlineData("/", "FlyToTheMoon", 400, "InvalidAction", "The operation FlyToTheMoon of sqs is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("/000000000000/query-errors", "SendMessage", 400, "MissingParameter", "The request must contain the parameter MessageBody.")]
    [InlineData("/000000000000/query-errors", "DeleteMessageBatch", 400, "AWS.SimpleQueueService.EmptyBatchRequest", "There should be at least one entry in the request.")]
    public async Task Errors_have_the_form_of_the_protocol(string path, string action, int status, string code, string message)
    {
        server.Service.Create("query-errors");

        var reply = await server.Query(path, ("Action", action));

        Assert.Equal((status, "text/xml"), ((int)reply.Status, reply.ContentType));
        Assert.Equal(
            $"<?xml version=\"1.0\"?><ErrorResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message><Detail/></Error><RequestId>REQUEST</RequestId></ErrorResponse>",
            reply.Body);
    }

    [Fact]
    public async Task Parameters_may_come_in_the_url()
    {
        using var response = await server.Client.GetAsync(new Uri("/?Action=CreateQueue&QueueName=query-get&Version=2012-11-05", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(server.Service.TryFind("query-get", out _));
    }

    private static string Answer(string operation, string content) =>
        $"<?xml version=\"1.0\"?><{operation}Response xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">{content}"
        + $"<ResponseMetadata><RequestId>REQUEST</RequestId></ResponseMetadata></{operation}Response>";
}
