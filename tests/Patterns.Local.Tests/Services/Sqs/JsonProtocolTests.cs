using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class JsonProtocolTests(SqsServer server) : IClassFixture<SqsServer>
{
    [Fact]
    public async Task A_queue_is_created_found_and_listed()
    {
        var url = $"{server.Client.BaseAddress}000000000000/json-created";

        var created = await server.Json("CreateQueue", """{"QueueName":"json-created","Attributes":{"DelaySeconds":"5"},"tags":{"team":"a"}}""");
        var found = await server.Json("GetQueueUrl", """{"QueueName":"json-created"}""");
        var listed = await server.Json("ListQueues", """{"QueueNamePrefix":"json-created"}""");
        var tags = await server.Json("ListQueueTags", $$"""{"QueueUrl":"{{url}}"}""");

        Assert.Equal(new SqsServer.Reply(HttpStatusCode.OK, "application/x-amz-json-1.0", $$"""{"QueueUrl":"{{url}}"}""", null), created);
        Assert.Equal(created.Body, found.Body);
        Assert.Equal($$"""{"QueueUrls":["{{url}}"]}""", listed.Body);
        Assert.Equal("""{"Tags":{"team":"a"}}""", tags.Body);
    }

    [Fact]
    public async Task A_message_goes_in_and_comes_out()
    {
        var url = await Create("json-messages");
        var sent = await server.Json("SendMessage", $$$$"""
            {"QueueUrl":"{{{{url}}}}","MessageBody":"{\"n\":1} \u00e4 \n😀","MessageAttributes":{"kind":{"DataType":"String","StringValue":"price"},"raw":{"DataType":"Binary","BinaryValue":"AQI="}},
            "MessageSystemAttributes":{"AWSTraceHeader":{"DataType":"String","StringValue":"Root=1"}}}
            """);
        var received = await server.Json("ReceiveMessage", $$"""
            {"QueueUrl":"{{url}}","MaxNumberOfMessages":10,"MessageAttributeNames":["All"],"MessageSystemAttributeNames":["ApproximateReceiveCount","AWSTraceHeader"]}
            """);

        Assert.Equal("""{"MessageId":"ID","MD5OfMessageBody":"MD5","MD5OfMessageAttributes":"MD5","MD5OfMessageSystemAttributes":"MD5"}""", Masked(sent.Body));
        Assert.Equal(
            """{"Messages":[{"MessageId":"ID","ReceiptHandle":"HANDLE","MD5OfBody":"MD5","Body":"{\"n\":1} ä \n\uD83D\uDE00","Attributes":{"ApproximateReceiveCount":"1","AWSTraceHeader":"Root=1"},"MD5OfMessageAttributes":"MD5","MessageAttributes":{"kind":{"StringValue":"price","DataType":"String"},"raw":{"BinaryValue":"AQI=","DataType":"Binary"}}}]}""",
            Masked(received.Body));
    }

    [Fact]
    public async Task Attributes_that_nobody_asked_for_are_left_out_and_the_checksum_covers_the_rest()
    {
        var url = await Create("json-selection");
        await server.Json("SendMessage", $$$$"""
            {"QueueUrl":"{{{{url}}}}","MessageBody":"a","MessageAttributes":{"a.x":{"DataType":"String","StringValue":"1"},"a.y":{"DataType":"String","StringValue":"2"},"b":{"DataType":"Number","StringValue":"3"}}}
            """);

        var none = await Receive(url, "");
        var one = await Receive(url, ""","MessageAttributeNames":["b"]""");
        var prefix = await Receive(url, ""","MessageAttributeNames":["a.*"]""");
        var all = await Receive(url, ""","MessageAttributeNames":[".*"]""");

        Assert.False(none.TryGetProperty("MessageAttributes", out _) || none.TryGetProperty("MD5OfMessageAttributes", out _) || none.TryGetProperty("Attributes", out _));
        Assert.Equal(["b"], Names(one));
        Assert.Equal(["a.x", "a.y"], Names(prefix));
        Assert.Equal(["a.x", "a.y", "b"], Names(all));
        Assert.Equal(3, new[] { one, prefix, all }.Select(message => message.GetProperty("MD5OfMessageAttributes").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_batch_reports_what_failed_beside_what_succeeded()
    {
        var url = await Create("json-batch", ""","Attributes":{"MaximumMessageSize":"1024"}""");
        var reply = await server.Json("SendMessageBatch", $$"""
            {"QueueUrl":"{{url}}","Entries":[{"Id":"good","MessageBody":"a"},{"Id":"long","MessageBody":"{{new string('a', 1025)}}"},{"Id":"bad","MessageBody":"\u0001"}]}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Matches("^{\"Successful\":\\[{\"Id\":\"good\",\"MessageId\":\"[^\"]+\",\"MD5OfMessageBody\":\"0cc175b9c0f1b6a831c399e269772661\"}\\],\"Failed\":\\[", reply.Body);
        Assert.Contains(
            """{"Id":"long","Code":"InvalidParameterValue","Message":"One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.","SenderFault":true}""",
            reply.Body, StringComparison.Ordinal);
        Assert.Contains("""{"Id":"bad","Code":"InvalidMessageContents",""", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_delete_and_change_visibility_entry_by_entry()
    {
        var url = await Create("json-handles");
        await server.Json("SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"a"}""");
        var handle = (await Receive(url, ""","VisibilityTimeout":30""")).GetProperty("ReceiptHandle").GetString();

        var changed = await server.Json("ChangeMessageVisibilityBatch", $$"""
            {"QueueUrl":"{{url}}","Entries":[{"Id":"a","ReceiptHandle":"{{handle}}","VisibilityTimeout":60},{"Id":"b","ReceiptHandle":"x","VisibilityTimeout":60}]}
            """);
        var deleted = await server.Json("DeleteMessageBatch", $$"""
            {"QueueUrl":"{{url}}","Entries":[{"Id":"a","ReceiptHandle":"{{handle}}"},{"Id":"b","ReceiptHandle":"x"},{"Id":"c"}]}
            """);

        const string invalid = """{"Id":"b","Code":"ReceiptHandleIsInvalid","Message":"The input receipt handle \"x\" is not a valid receipt handle.","SenderFault":true}""";
        Assert.Equal($$"""{"Successful":[{"Id":"a"}],"Failed":[{{invalid}}]}""", changed.Body);
        Assert.Equal(
            $$"""{"Successful":[{"Id":"a"}],"Failed":[{{invalid}},{"Id":"c","Code":"MissingParameter","Message":"The request must contain the parameter ReceiptHandle.","SenderFault":true}]}""",
            deleted.Body);
    }

    [Theory]
    [InlineData("[]", "EmptyBatchRequest", "There should be at least one entry in the request.")]
    [InlineData("""[{"Id":"a","MessageBody":"x"},{"Id":"a","MessageBody":"x"}]""", "BatchEntryIdsNotDistinct", "Id a repeated.")]
    [InlineData("""[{"Id":"a b","MessageBody":"x"}]""", "InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.")]
    [InlineData("""[{"MessageBody":"x"}]""", "InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.")]
    [InlineData("ELEVEN", "TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10. You have sent 11.")]
    [InlineData("LONG", "BatchRequestTooLong", "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.")]
    public async Task A_batch_that_breaks_a_rule_fails_as_a_whole(string entries, string code, string message)
    {
        var url = await Create("json-bad-batch");
        entries = entries switch
        {
            "ELEVEN" => $"[{string.Join(',', Enumerable.Range(0, 11).Select(i => $$"""{"Id":"{{i}}","MessageBody":"x"}"""))}]",
            "LONG" => $$"""[{"Id":"a","MessageBody":"{{new string('a', 1_048_576)}}"},{"Id":"b","MessageBody":"b"}]""",
            _ => entries,
        };

        var reply = await server.Json("SendMessageBatch", $$"""{"QueueUrl":"{{url}}","Entries":{{entries}}}""");

        Assert.Equal(
            new SqsServer.Reply(
                HttpStatusCode.BadRequest, "application/x-amz-json-1.0", $$"""{"__type":"com.amazonaws.sqs#{{code}}","message":"{{message}}"}""",
                $"AWS.SimpleQueueService.{code};Sender"),
            reply);
    }

    [Fact]
    public async Task One_entry_without_group_or_identity_fails_a_fifo_batch()
    {
        var url = await Create("json-batch.fifo", ""","Attributes":{"FifoQueue":"true"}""");

        var noId = await server.Json("SendMessageBatch", $$"""
            {"QueueUrl":"{{url}}","Entries":[{"Id":"a","MessageBody":"x","MessageGroupId":"g","MessageDeduplicationId":"d"},{"Id":"b","MessageBody":"x","MessageGroupId":"g"}]}
            """);
        var noGroup = await server.Json("SendMessageBatch", $$"""
            {"QueueUrl":"{{url}}","Entries":[{"Id":"a","MessageBody":"x","MessageDeduplicationId":"d"}]}
            """);

        Assert.Contains("The queue should either have ContentBasedDeduplication enabled", noId.Body, StringComparison.Ordinal);
        Assert.Contains("The request must contain the parameter MessageGroupId.", noGroup.Body, StringComparison.Ordinal);
        Assert.Equal(("InvalidParameterValue;Sender", "InvalidParameterValue;Sender"), (noId.QueryError, noGroup.QueryError));
    }

    [Theory]
    [InlineData("SendMessage", """{"QueueUrl":"http://x/000000000000/missing","MessageBody":"a"}""", 400, "com.amazonaws.sqs#QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")]
    [InlineData("SendMessage", """{"MessageBody":"a"}""", 400, "com.amazonaws.sqs#QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")]
    [InlineData("SendMessage", """{"QueueUrl":"URL"}""", 400, "com.amazon.coral.service#MissingRequiredParameterException", "MissingParameter")]
    [InlineData("SendMessage", """{"QueueUrl":"URL","MessageBody":"\ud800"}""", 400, "com.amazonaws.sqs#InvalidMessageContents", "InvalidMessageContents")]
    [InlineData("SendMessage", """{"QueueUrl":"URL","MessageBody":"a","MessageAttributes":{"l":{"DataType":"String","StringListValues":["a"]}}}""", 400, "com.amazonaws.sqs#UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation")]
    [InlineData("DeleteMessage", """{"QueueUrl":"URL","ReceiptHandle":"x"}""", 404, "com.amazonaws.sqs#ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid")]
    [InlineData("DeleteMessage", """{"QueueUrl":"URL"}""", 400, "com.amazon.coral.service#MissingRequiredParameterException", "MissingParameter")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"URL","MaxNumberOfMessages":11}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"URL","VisibilityTimeout":43201}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"URL","WaitTimeSeconds":21}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"URL","ReceiveRequestAttemptId":"a"}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"URL","AttributeNames":["Colour"]}""", 400, "com.amazonaws.sqs#InvalidAttributeName", "InvalidAttributeName")]
    [InlineData("GetQueueAttributes", """{"QueueUrl":"URL","AttributeNames":["Colour"]}""", 400, "com.amazonaws.sqs#InvalidAttributeName", "InvalidAttributeName")]
    [InlineData("CreateQueue", """{"QueueName":"json-errors","Attributes":{"DelaySeconds":"7"}}""", 400, "com.amazonaws.sqs#QueueNameExists", "QueueAlreadyExists")]
    [InlineData("GetQueueUrl", """{"QueueName":"json-errors","QueueOwnerAWSAccountId":"111122223333"}""", 400, "com.amazonaws.sqs#QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")]
    [InlineData("StartMessageMoveTask", """{"SourceArn":"arn:aws:sqs:us-east-1:000000000000:missing"}""", 404, "com.amazonaws.sqs#ResourceNotFoundException", "ResourceNotFoundException")]
    [InlineData("ListQueues", """{"MaxResults":0}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("ListQueues", """{"NextToken":"?"}""", 400, "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue")]
    [InlineData("SendMessage", "not json", 400, "com.amazon.coral.service#SerializationException", "MalformedInput")]
    [InlineData("SendMessage", "[]", 400, "com.amazon.coral.service#SerializationException", "MalformedInput")]
    [InlineData("SendMessage", """{"QueueUrl":7}""", 400, "com.amazon.coral.service#SerializationException", "MalformedInput")]
    [InlineData("SendMessage", """{"QueueUrl":"URL","MessageBody":"a","DelaySeconds":"soon"}""", 400, "com.amazon.coral.service#SerializationException", "MalformedInput")]
    [InlineData("SendMessage", """{"QueueUrl":"URL","MessageBody":"a" """, 400, "com.amazon.coral.service#SerializationException", "MalformedInput")]
    public async Task Errors_have_the_form_of_the_service(string operation, string body, int status, string type, string queryCode)
    {
        var url = await Create("json-errors");

        var reply = await server.Json(operation, body.Replace("URL\"", url + "\"", StringComparison.Ordinal));

        Assert.Equal((status, "application/x-amz-json-1.0", $"{queryCode};Sender"), ((int)reply.Status, reply.ContentType, reply.QueryError));
        using var error = JsonDocument.Parse(reply.Body);
        Assert.Equal(type, error.RootElement.GetProperty("__type").GetString());
        Assert.NotEmpty(error.RootElement.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task An_unknown_operation_is_refused_by_name()
    {
        var reply = await server.Json("FlyToTheMoon", "{}");

        Assert.Equal(
            """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"The operation FlyToTheMoon of sqs is not emulated here; docs/conformance.md lists what is."}""",
            reply.Body);
        Assert.Equal("InvalidAction;Sender", reply.QueryError);
    }

    [Fact]
    public async Task Unknown_members_are_skipped_and_null_ones_count_as_absent()
    {
        var url = await Create("json-extra");

        var reply = await server.Json("SendMessage", $$"""
            {"Future":{"deep":[1,{"a":null}]},"QueueUrl":"{{url}}","MessageBody":"a","DelaySeconds":null,"MessageAttributes":null,"MessageGroupId":null}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task A_large_body_with_escapes_arrives_unharmed()
    {
        var url = await Create("json-large");
        var text = string.Concat(Enumerable.Repeat("line \"quoted\" \\ ä 😀\n\r\t", 20_000));

        await server.Json("SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":{{JsonSerializer.Serialize(text)}}}""");

        Assert.Equal(text, (await Receive(url, "")).GetProperty("Body").GetString());
    }

    [Fact]
    public async Task Operations_without_a_result_answer_with_an_empty_object()
    {
        var url = await Create("json-empty");
        var queue = $"\"QueueUrl\":\"{url}\"";

        Assert.Equal("{}", (await server.Json("SetQueueAttributes", $$$"""{{{{queue}}},"Attributes":{"DelaySeconds":"1"}}""")).Body);
        Assert.Equal("{}", (await server.Json("TagQueue", $$$"""{{{{queue}}},"Tags":{"a":"b"}}""")).Body);
        Assert.Equal("{}", (await server.Json("UntagQueue", $$$"""{{{{queue}}},"TagKeys":["a"]}""")).Body);
        Assert.Equal("{}", (await server.Json("ListQueueTags", $"{{{queue}}}")).Body);
        Assert.Equal("{}", (await server.Json("AddPermission", $$"""{{{queue}},"Label":"l","AWSAccountIds":["111122223333"],"Actions":["*"]}""")).Body);
        Assert.Equal("{}", (await server.Json("RemovePermission", $$"""{{{queue}},"Label":"l"}""")).Body);
        Assert.Equal("{}", (await server.Json("ReceiveMessage", $"{{{queue}}}")).Body);
        Assert.Equal("{}", (await server.Json("ListDeadLetterSourceQueues", $"{{{queue}}}")).Body);
        Assert.Equal("{}", (await server.Json("GetQueueAttributes", $"{{{queue}}}")).Body);
        Assert.Equal("{}", (await server.Json("PurgeQueue", $"{{{queue}}}")).Body);
        Assert.Equal("{}", (await server.Json("DeleteQueue", $"{{{queue}}}")).Body);
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        var urls = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            urls.Add(await Create($"json-page-{i}"));
        }

        var first = await server.Json("ListQueues", """{"QueueNamePrefix":"json-page-","MaxResults":2}""");
        using var page = JsonDocument.Parse(first.Body);
        var token = page.RootElement.GetProperty("NextToken").GetString();
        var second = await server.Json("ListQueues", $$"""{"QueueNamePrefix":"json-page-","MaxResults":2,"NextToken":"{{token}}"}""");

        Assert.Equal($$"""{"QueueUrls":["{{urls[2]}}"]}""", second.Body);
        Assert.Equal(2, page.RootElement.GetProperty("QueueUrls").GetArrayLength());
    }

    [Fact]
    public async Task Dead_letters_are_driven_back_over_the_wire()
    {
        var dead = await Create("json-dead");
        const string arn = "arn:aws:sqs:us-east-1:000000000000:json-dead";
        var source = await Create("json-source", $$""","Attributes":{"RedrivePolicy":"{\"deadLetterTargetArn\":\"{{arn}}\",\"maxReceiveCount\":1}"}""");

        var sources = await server.Json("ListDeadLetterSourceQueues", $$"""{"QueueUrl":"{{dead}}"}""");
        var started = await server.Json("StartMessageMoveTask", $$"""{"SourceArn":"{{arn}}"}""");
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var tasks = await server.Json("ListMessageMoveTasks", $$"""{"SourceArn":"{{arn}}"}""");

        Assert.Equal($$"""{"queueUrls":["{{source}}"]}""", sources.Body);
        Assert.Matches("^{\"TaskHandle\":\"[^\"]+\"}$", started.Body);
        Assert.Matches(
            "^{\"Results\":\\[{\"Status\":\"COMPLETED\",\"SourceArn\":\"" + arn + "\",\"ApproximateNumberOfMessagesMoved\":0,\"ApproximateNumberOfMessagesToMove\":0,\"StartedTimestamp\":[0-9]+}\\]}$",
            tasks.Body);
    }

    [Fact]
    public async Task A_long_poll_over_http_is_answered_by_a_send()
    {
        var url = await Create("json-poll");
        var poll = server.Json("ReceiveMessage", $$"""{"QueueUrl":"{{url}}","WaitTimeSeconds":20}""");

        await server.Json("SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"a"}""");

        Assert.Contains("\"Body\":\"a\"", (await poll).Body, StringComparison.Ordinal);
    }

    private async Task<string> Create(string name, string more = "")
    {
        var reply = await server.Json("CreateQueue", $$"""{"QueueName":"{{name}}"{{more}}}""");
        using var created = JsonDocument.Parse(reply.Body);
        return created.RootElement.GetProperty("QueueUrl").GetString()!;
    }

    private async Task<JsonElement> Receive(string url, string more)
    {
        var visibility = more.Contains("VisibilityTimeout", StringComparison.Ordinal) ? "" : ",\"VisibilityTimeout\":0";
        var reply = await server.Json("ReceiveMessage", $$"""{"QueueUrl":"{{url}}"{{visibility}}{{more}}}""");
        using var received = JsonDocument.Parse(reply.Body);
        return received.RootElement.GetProperty("Messages")[0].Clone();
    }

    private static string Masked(string body) =>
        Regex.Replace(Regex.Replace(Regex.Replace(body, "\"[0-9a-f]{32}\"", "\"MD5\""), "\"[0-9a-f-]{36}\"", "\"ID\""), "\"AQEB[^\"]+\"", "\"HANDLE\"");

    private static string[] Names(JsonElement message) =>
        [.. message.GetProperty("MessageAttributes").EnumerateObject().Select(attribute => attribute.Name).Order(StringComparer.Ordinal)];
}
