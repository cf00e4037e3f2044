using System.Net;
using Patterns.Local.Services;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Wire;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class SnsWireTests : IAsyncLifetime
{
    private const string TopicArn = "arn:aws:sns:us-east-1:000000000000:t";
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";

    private readonly FakeTargets _targets = new();
    private readonly AwsEnvironment _aws = new("us-east-1", "000000000000", new TestClock());
    private readonly SnsService _sns;
    private readonly HttpClient _client = new();
    private LoopbackServer _server = null!;

    public SnsWireTests() => _sns = new SnsService(_aws, _targets);

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync(new SnsEndpoint(_sns).HandleAsync);
        _aws.Endpoint = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _sns.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task CreateTopic_answers_with_the_arn() =>
        Assert.Equal(
            $"""<?xml version="1.0"?><CreateTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><CreateTopicResult><TopicArn>{TopicArn}</TopicArn></CreateTopicResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></CreateTopicResponse>""",
            await CallAsync("CreateTopic", ("Name", "t"), ("Attributes.entry.1.key", "DisplayName"), ("Attributes.entry.1.value", "T"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "a&b")));

    [Fact]
    public async Task DeleteTopic_has_no_result()
    {
        await CreateAsync();

        Assert.Equal("""<?xml version="1.0"?><DeleteTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></DeleteTopicResponse>""", await CallAsync("DeleteTopic", ("TopicArn", TopicArn)));
        Assert.False(_sns.TryFindTopic(TopicArn, out _));
    }

    [Fact]
    public async Task ListTopics_goes_on_where_a_page_ended()
    {
        for (var i = 0; i < 101; i++)
        {
            _sns.CreateTopic($"t{i:000}");
        }

        var first = await CallAsync("ListTopics");
        var token = Between(first, "<NextToken>", "</NextToken>");
        var second = await CallAsync("ListTopics", ("NextToken", token));

        Assert.Equal(100, first.Split("<member>").Length - 1);
        Assert.Equal($"<ListTopicsResult><Topics><member><TopicArn>{TopicArn}100</TopicArn></member></Topics></ListTopicsResult>", Result(second, "ListTopics"));
    }

    [Fact]
    public async Task GetTopicAttributes_shows_what_was_set()
    {
        await CreateAsync();
        await CallAsync("SetTopicAttributes", ("TopicArn", TopicArn), ("AttributeName", "DisplayName"), ("AttributeValue", "Orders <1>"));

        var xml = await CallAsync("GetTopicAttributes", ("TopicArn", TopicArn));

        Assert.StartsWith($"<GetTopicAttributesResult><Attributes><entry><key>TopicArn</key><value>{TopicArn}</value></entry><entry><key>Owner</key><value>000000000000</value></entry><entry><key>Policy</key><value>", Result(xml, "GetTopicAttributes"), StringComparison.Ordinal);
        Assert.Contains("<entry><key>DisplayName</key><value>Orders &lt;1&gt;</value></entry><entry><key>SubscriptionsConfirmed</key><value>0</value></entry>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("FifoTopic", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_are_created_listed_changed_and_removed()
    {
        await CreateAsync();
        var arn = Between(await CallAsync("Subscribe", ("TopicArn", TopicArn), ("Protocol", "sqs"), ("Endpoint", Queue), ("Attributes.entry.1.key", "RawMessageDelivery"), ("Attributes.entry.1.value", "true")), "<SubscriptionArn>", "</SubscriptionArn>");
        var member = $"<Subscriptions><member><SubscriptionArn>{arn}</SubscriptionArn><Owner>000000000000</Owner><Protocol>sqs</Protocol><Endpoint>{Queue}</Endpoint><TopicArn>{TopicArn}</TopicArn></member></Subscriptions>";

        Assert.Contains(member, await CallAsync("ListSubscriptions"), StringComparison.Ordinal);
        Assert.Contains(member, await CallAsync("ListSubscriptionsByTopic", ("TopicArn", TopicArn)), StringComparison.Ordinal);
        await CallAsync("SetSubscriptionAttributes", ("SubscriptionArn", arn), ("AttributeName", "FilterPolicy"), ("AttributeValue", """{"a":["x"]}"""));
        Assert.Equal(
            $"<GetSubscriptionAttributesResult><Attributes><entry><key>SubscriptionArn</key><value>{arn}</value></entry><entry><key>TopicArn</key><value>{TopicArn}</value></entry><entry><key>Protocol</key><value>sqs</value></entry><entry><key>Endpoint</key><value>{Queue}</value></entry><entry><key>Owner</key><value>000000000000</value></entry><entry><key>SubscriptionPrincipal</key><value>arn:aws:iam::000000000000:root</value></entry><entry><key>PendingConfirmation</key><value>false</value></entry><entry><key>ConfirmationWasAuthenticated</key><value>true</value></entry><entry><key>RawMessageDelivery</key><value>true</value></entry><entry><key>FilterPolicyScope</key><value>MessageAttributes</value></entry><entry><key>FilterPolicy</key><value>{{&quot;a&quot;:[&quot;x&quot;]}}</value></entry></Attributes></GetSubscriptionAttributesResult>",
            Result(await CallAsync("GetSubscriptionAttributes", ("SubscriptionArn", arn)), "GetSubscriptionAttributes"));
        await CallAsync("Unsubscribe", ("SubscriptionArn", arn));
        Assert.Contains("<Subscriptions></Subscriptions>", await CallAsync("ListSubscriptions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_endpoint_confirms_through_the_url_it_was_sent()
    {
        await CreateAsync();
        await using var web = await WebSubscriber.StartAsync();

        Assert.Contains("<SubscriptionArn>pending confirmation</SubscriptionArn>", await CallAsync("Subscribe", ("TopicArn", TopicArn), ("Protocol", "http"), ("Endpoint", web.Url)), StringComparison.Ordinal);
        await _sns.WhenIdleAsync();
        Assert.Contains("<SubscriptionArn>PendingConfirmation</SubscriptionArn>", await CallAsync("ListSubscriptions"), StringComparison.Ordinal);
        var url = System.Text.Json.JsonElement.Parse(web.Requests[0].Body).GetProperty("SubscribeURL").GetString();
        var confirmed = await _client.GetStringAsync(url);

        Assert.Contains($"<ConfirmSubscriptionResult><SubscriptionArn>{TopicArn}:", confirmed, StringComparison.Ordinal);
        Assert.DoesNotContain("PendingConfirmation", await CallAsync("ListSubscriptions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_delivers_text_and_attributes()
    {
        await CreateAsync();
        _sns.Subscribe(TopicArn, "sqs", Queue, new Dictionary<string, string> { ["RawMessageDelivery"] = "true" });

        var xml = await CallAsync(
            "Publish", ("TopicArn", TopicArn), ("Message", "grüße+&="), ("Subject", "s"),
            ("MessageAttributes.entry.1.Name", "kind"), ("MessageAttributes.entry.1.Value.DataType", "String"), ("MessageAttributes.entry.1.Value.StringValue", "price"),
            ("MessageAttributes.entry.2.Name", "raw"), ("MessageAttributes.entry.2.Value.DataType", "Binary"), ("MessageAttributes.entry.2.Value.BinaryValue", "AgME"));
        await _sns.WhenIdleAsync();

        Assert.True(Guid.TryParse(Between(xml, "<PublishResult><MessageId>", "</MessageId></PublishResult>"), out _));
        var delivery = Assert.Single(_targets.To(Queue));
        Assert.Equal("grüße+&=", delivery.Body);
        Assert.Equal("price", delivery.Attributes!["kind"].StringValue);
        Assert.Equal([2, 3, 4], delivery.Attributes["raw"].BinaryValue.ToArray());
    }

    [Fact]
    public async Task Publish_to_a_fifo_topic_answers_with_the_sequence_number()
    {
        _sns.CreateTopic("t.fifo", new Dictionary<string, string> { ["FifoTopic"] = "true" });

        var xml = await CallAsync("Publish", ("TopicArn", TopicArn + ".fifo"), ("Message", "m"), ("MessageGroupId", "g"), ("MessageDeduplicationId", "d"));

        Assert.Equal("10000000000000000001", Between(xml, "<SequenceNumber>", "</SequenceNumber>"));
    }

    [Fact]
    public async Task PublishBatch_answers_entry_by_entry()
    {
        await CreateAsync();

        var xml = await CallAsync(
            "PublishBatch", ("TopicArn", TopicArn),
            ("PublishBatchRequestEntries.member.1.Id", "a"), ("PublishBatchRequestEntries.member.1.Message", "1"),
            ("PublishBatchRequestEntries.member.2.Id", "b"), ("PublishBatchRequestEntries.member.2.Message", ""));

        Assert.Contains("<PublishBatchResult><Successful><member><Id>a</Id><MessageId>", xml, StringComparison.Ordinal);
        Assert.Contains("</Successful><Failed><member><Id>b</Id><Code>InvalidParameter</Code><Message>Invalid parameter: Empty message</Message><SenderFault>true</SenderFault></member></Failed>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_added_listed_and_removed()
    {
        await CreateAsync();
        await CallAsync("TagResource", ("ResourceArn", TopicArn), ("Tags.member.1.Key", "b"), ("Tags.member.1.Value", "2"), ("Tags.member.2.Key", "a"), ("Tags.member.2.Value", "1"));
        await CallAsync("UntagResource", ("ResourceArn", TopicArn), ("TagKeys.member.1", "b"));

        Assert.Equal("<ListTagsForResourceResult><Tags><member><Key>a</Key><Value>1</Value></member></Tags></ListTagsForResourceResult>", Result(await CallAsync("ListTagsForResource", ("ResourceArn", TopicArn)), "ListTagsForResource"));
        Assert.Contains("<Code>ResourceNotFound</Code>", await CallAsync(HttpStatusCode.NotFound, "ListTagsForResource", ("ResourceArn", TopicArn + "x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_are_kept_in_the_policy()
    {
        await CreateAsync();
        (string, string)[] permission = [("TopicArn", TopicArn), ("Label", "other"), ("AWSAccountId.member.1", "111122223333"), ("ActionName.member.1", "Publish")];
        await CallAsync("AddPermission", permission);

        Assert.Contains("""&quot;Sid&quot;:&quot;other&quot;,&quot;Effect&quot;:&quot;Allow&quot;,&quot;Principal&quot;:{&quot;AWS&quot;:&quot;arn:aws:iam::111122223333:root&quot;},&quot;Action&quot;:&quot;SNS:Publish&quot;""", await CallAsync("GetTopicAttributes", ("TopicArn", TopicArn)), StringComparison.Ordinal);
        Assert.Contains("<Message>Invalid parameter: Statement already exists</Message>", await CallAsync(HttpStatusCode.BadRequest, "AddPermission", permission), StringComparison.Ordinal);
        await CallAsync("RemovePermission", ("TopicArn", TopicArn), ("Label", "other"));
        Assert.DoesNotContain("111122223333", await CallAsync("GetTopicAttributes", ("TopicArn", TopicArn)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_have_the_services_form() =>
        Assert.Equal(
            """<?xml version="1.0"?><ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message><Detail/></Error><RequestId>ID</RequestId></ErrorResponse>""",
            await CallAsync(HttpStatusCode.NotFound, "Publish", ("TopicArn", TopicArn), ("Message", "m")));

    [Theory]
    [InlineData("CreatePlatformApplication", "UnknownOperationException", "The operation CreatePlatformApplication of SNS is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("GetTopicAttributes", "InvalidParameter", "Invalid parameter: TopicArn Reason: no value for required parameter")]
    [InlineData("Publish", "InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter")]
    [InlineData("Unsubscribe&SubscriptionArn=a:b:c:d:e:f:g", "InvalidParameter", "Invalid parameter: SubscriptionId")]
    [InlineData("Publish&PhoneNumber=1", "InvalidParameter", "Invalid parameter: Publishing to a PhoneNumber is not emulated here")]
    [InlineData("Publish&TopicArn=x&Message=m", "InvalidParameter", "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1")]
    [InlineData("Publish&TopicArn=x&Message=m&MessageAttributes.entry.1.Name=a^b&MessageAttributes.entry.1.Value.DataType=String", "ParameterValueInvalid", "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.")]
    [InlineData("Publish&TopicArn=x&Message=m&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.StringValue=x", "ValidationError", "1 validation error detected: Value null at 'messageAttributes.a.member.dataType' failed to satisfy constraint: Member must not be null")]
    [InlineData("Publish&TopicArn=x&Message=m&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.DataType=Binary&MessageAttributes.entry.1.Value.StringValue=x", "ParameterValueInvalid", "The message attribute 'a' with type 'Binary' must use field 'Binary'.")]
    [InlineData("Publish&TopicArn=x&Message=m&MessageAttributes.entry.1.Name=a..b&MessageAttributes.entry.1.Value.DataType=String", "ParameterValueInvalid", "Message attribute name can not have successive '.' character.")]
    public async Task Refusals_name_what_is_wrong(string query, string code, string message)
    {
        using var response = await _client.GetAsync($"{_server.Address}/?Action={query}");
        var xml = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"<Code>{code}</Code><Message>{message}</Message>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_json_protocol_is_refused()
    {
        using var content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.0"));
        using var response = await _client.PostAsync(_server.Address, content);

        Assert.Contains("SNS is served in the AWS Query protocol", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_is_where_notifications_say()
    {
        var pem = await _client.GetStringAsync(_server.Address + _sns.Signer.CertificatePath);

        Assert.StartsWith("-----BEGIN CERTIFICATE-----", pem, StringComparison.Ordinal);
    }

    private Task<string> CreateAsync() => CallAsync("CreateTopic", ("Name", "t"));

    private Task<string> CallAsync(string action, params (string Name, string Value)[] fields) => CallAsync(HttpStatusCode.OK, action, fields);

    private async Task<string> CallAsync(HttpStatusCode expected, string action, params (string Name, string Value)[] fields)
    {
        var form = fields.Prepend(("Version", "2010-03-31")).Prepend(("Action", action)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        using var response = await _client.PostAsync(_server.Address, content);
        var xml = await response.Content.ReadAsStringAsync();
        var requestId = response.Headers.GetValues("x-amzn-RequestId").Single();

        Assert.Equal((expected, "text/xml"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return xml.Replace(requestId, "ID", StringComparison.Ordinal);
    }

    private static string Result(string xml, string operation) =>
        $"<{operation}Result>{Between(xml, $"<{operation}Result>", $"</{operation}Result>")}</{operation}Result>";

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
