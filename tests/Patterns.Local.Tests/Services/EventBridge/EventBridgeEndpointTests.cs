using System.Net.Http.Headers;
using System.Text.Json;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class EventBridgeEndpointTests
{
    [Fact]
    public async Task Rules_live_through_the_api()
    {
        await using var stack = await TestStack.StartAsync();
        var url = (await stack.Sqs.CreateQueueAsync("q")).QueueUrl;

        var made = await CallAsync(stack, "CreateEventBus", """{"Name":"orders","Description":"d"}""");
        var rule = await CallAsync(stack, "PutRule", """{"Name":"r","EventBusName":"orders","EventPattern":"{\"source\":[\"shop\"]}","Description":"text"}""");
        var put = await CallAsync(stack, "PutTargets", """{"Rule":"r","EventBusName":"orders","Targets":[{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q","RetryPolicy":{"MaximumRetryAttempts":1}}]}""");
        var sent = await CallAsync(stack, "PutEvents", """{"Entries":[{"EventBusName":"orders","Source":"shop","DetailType":"placed","Detail":"{\"n\":1}","Time":1700000000.5,"Resources":["a"]},{"Source":"shop"}]}""");
        var message = await stack.ReceiveAsync(url);

        Assert.Equal("arn:aws:events:us-east-1:000000000000:event-bus/orders", made.GetProperty("EventBusArn").GetString());
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/orders/r", rule.GetProperty("RuleArn").GetString());
        Assert.Equal("""{"FailedEntryCount":0,"FailedEntries":[]}""", put.GetRawText());
        Assert.Equal(1, sent.GetProperty("FailedEntryCount").GetInt32());
        Assert.Equal("InvalidArgument", sent.GetProperty("Entries")[1].GetProperty("ErrorCode").GetString());
        var received = JsonElement.Parse(message.Body);
        Assert.Equal(sent.GetProperty("Entries")[0].GetProperty("EventId").GetString(), received.GetProperty("id").GetString());
        Assert.Equal("2023-11-14T22:13:20Z", received.GetProperty("time").GetString());

        Assert.Equal(
            """{"Arn":"arn:aws:events:us-east-1:000000000000:rule/orders/r","Name":"r","EventBusName":"orders","State":"ENABLED","EventPattern":"{\"source\":[\"shop\"]}","Description":"text"}""",
            (await CallAsync(stack, "DescribeRule", """{"Name":"r","EventBusName":"orders"}""")).GetRawText());
        Assert.Equal("d", (await CallAsync(stack, "DescribeEventBus", """{"Name":"orders"}""")).GetProperty("Description").GetString());
        Assert.Equal(["default", "orders"], (await CallAsync(stack, "ListEventBuses", "{}")).GetProperty("EventBuses").EnumerateArray().Select(bus => bus.GetProperty("Name").GetString()));
        Assert.Single((await CallAsync(stack, "ListRules", """{"EventBusName":"orders","NamePrefix":"r"}""")).GetProperty("Rules").EnumerateArray());
        Assert.Equal(
            """{"Targets":[{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q","RetryPolicy":{"MaximumRetryAttempts":1}}]}""",
            (await CallAsync(stack, "ListTargetsByRule", """{"Rule":"r","EventBusName":"orders"}""")).GetRawText());
        Assert.Equal("""{"RuleNames":["r"]}""", (await CallAsync(stack, "ListRuleNamesByTarget", """{"TargetArn":"arn:aws:sqs:us-east-1:000000000000:q","EventBusName":"orders"}""")).GetRawText());
        await CallAsync(stack, "DisableRule", """{"Name":"r","EventBusName":"orders"}""");
        Assert.Equal("DISABLED", (await CallAsync(stack, "DescribeRule", """{"Name":"r","EventBusName":"orders"}""")).GetProperty("State").GetString());
        await CallAsync(stack, "EnableRule", """{"Name":"r","EventBusName":"orders"}""");
        Assert.Equal(1, (await CallAsync(stack, "RemoveTargets", """{"Rule":"r","EventBusName":"orders","Ids":["1","2"]}""")).GetProperty("FailedEntryCount").GetInt32());
        await CallAsync(stack, "DeleteRule", """{"Name":"r","EventBusName":"orders"}""");
        await CallAsync(stack, "DeleteEventBus", """{"Name":"orders"}""");
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        await using var stack = await TestStack.StartAsync();
        foreach (var name in (string[])["a", "b", "c"])
        {
            await CallAsync(stack, "PutRule", $$"""{"Name":"{{name}}","ScheduleExpression":"rate(1 hour)","State":"DISABLED"}""");
        }

        var first = await CallAsync(stack, "ListRules", """{"Limit":2}""");
        var second = await CallAsync(stack, "ListRules", $$"""{"Limit":2,"NextToken":"{{first.GetProperty("NextToken").GetString()}}"}""");

        Assert.Equal(["a", "b"], first.GetProperty("Rules").EnumerateArray().Select(rule => rule.GetProperty("Name").GetString()));
        Assert.Equal("c", Assert.Single(second.GetProperty("Rules").EnumerateArray()).GetProperty("Name").GetString());
        Assert.False(second.TryGetProperty("NextToken", out _));
    }

    [Theory]
    [InlineData("""{"id":"1","detail-type":"t","source":"shop","account":"a","time":"2026-01-01T00:00:00Z","region":"r","resources":[],"detail":{}}""", true)]
    [InlineData("""{"id":"1","detail-type":"t","source":"other","account":"a","time":"2026-01-01T00:00:00Z","region":"r","resources":[],"detail":{}}""", false)]
    public async Task A_pattern_can_be_tried(string item, bool expected)
    {
        await using var stack = await TestStack.StartAsync();

        var input = JsonSerializer.Serialize(new Dictionary<string, string> { ["EventPattern"] = """{"source":["shop"]}""", ["Event"] = item });

        Assert.Equal(expected, (await CallAsync(stack, "TestEventPattern", input)).GetProperty("Result").GetBoolean());
    }

    [Theory]
    [InlineData("PutRule", """{"Name":"r"}""", "ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("PutRule", """{"Name":"r","EventPattern":"{\"a\":1}"}""", "InvalidEventPatternException", "Event pattern is not valid. Reason: \"a\" must be an object or an array")]
    [InlineData("PutRule", """{"EventPattern":"{}"}""", "ValidationException", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutRule", """{"Name":7}""", "SerializationException", "Name has the wrong type.")]
    [InlineData("PutRule", "[]", "SerializationException", "The request body is no JSON object.")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q"}]}""", "ResourceNotFoundException", "Rule r does not exist on EventBus default.")]
    [InlineData("DescribeEventBus", """{"Name":"none"}""", "ResourceNotFoundException", "Event bus none does not exist.")]
    [InlineData("TestEventPattern", """{"EventPattern":"{\"a\":[1]}","Event":"{}"}""", "ValidationException", "Parameter Event is not valid.")]
    [InlineData("StartReplay", "{}", "UnknownOperationException", "The operation StartReplay of events is not emulated here")]
    public async Task Errors_have_the_form_and_words_of_the_service(string operation, string input, string code, string message)
    {
        await using var stack = await TestStack.StartAsync();

        var (status, answer) = await SendAsync(stack, operation, input);

        Assert.Equal((400, code), (status, answer.GetProperty("__type").GetString()));
        Assert.StartsWith(message, answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_target_of_a_service_that_is_not_emulated_is_refused_by_name()
    {
        await using var stack = await TestStack.StartAsync();
        await CallAsync(stack, "PutRule", """{"Name":"r","ScheduleExpression":"rate(1 hour)"}""");

        var (_, answer) = await SendAsync(stack, "PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:ecs:us-east-1:000000000000:cluster/c"}]}""");

        Assert.Equal("Target 1 is not valid: arn:aws:ecs:us-east-1:000000000000:cluster/c is no resource of a service that rules can send to here.", answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_buses_have_done_can_be_looked_at()
    {
        await using var stack = await TestStack.StartAsync();
        await stack.Sqs.CreateQueueAsync("q");
        await CallAsync(stack, "PutRule", """{"Name":"r","EventPattern":"{\"source\":[\"shop\"]}"}""");
        await CallAsync(stack, "PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q"}]}""");
        await CallAsync(stack, "PutEvents", """{"Entries":[{"Source":"shop","DetailType":"t","Detail":"{}"},{"Source":"other","DetailType":"t","Detail":"{}"}]}""");

        Assert.Equal(
            """{"buses":[{"name":"default","matched":1,"unmatched":1,"rules":[{"name":"r","delivered":1,"deadLettered":0,"dropped":0}]}]}""",
            await stack.Http.GetStringAsync("/_patterns/buses"));
    }

    private static async Task<JsonElement> CallAsync(TestStack stack, string operation, string input)
    {
        var (status, answer) = await SendAsync(stack, operation, input);
        Assert.True(status == 200, answer.ToString());
        return answer;
    }

    private static async Task<(int Status, JsonElement Answer)> SendAsync(TestStack stack, string operation, string input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(input, new MediaTypeHeaderValue("application/x-amz-json-1.1")) };
        request.Headers.Add("X-Amz-Target", $"AWSEvents.{operation}");
        using var response = await stack.Http.SendAsync(request);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()));
    }
}
