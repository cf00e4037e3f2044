using System.Net;
using System.Text.Json;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>Requests and answers as they are on the wire.</summary>
public sealed class StepFunctionsWireTests
{
    [Theory]
    [InlineData("StartExecution", "{", "com.amazon.coral.service#SerializationException", "The request body is not the JSON that this operation takes.")]
    [InlineData("StartExecution", "[]", "com.amazon.coral.service#SerializationException", "The request body is not the JSON that this operation takes.")]
    [InlineData("StartExecution", """{"stateMachineArn":1}""", "com.amazon.coral.service#SerializationException", "The member 'stateMachineArn' must be a text.")]
    [InlineData("StartExecution", "{}", "com.amazon.coral.validate#ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("StartExecution", """{"stateMachineArn":""}""", "com.amazon.coral.validate#ValidationException", "1 validation error detected: Value '' at 'stateMachineArn' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("ListStateMachines", """{"maxResults":1001}""", "com.amazon.coral.validate#ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("CreateStateMachine", """{"name":"n","definition":"{}","roleArn":"r","type":"FAST"}""", "com.amazon.coral.validate#ValidationException", "1 validation error detected: Value 'FAST' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]")]
    [InlineData("DescribeStateMachine", """{"stateMachineArn":"orders"}""", "com.amazonaws.swf.service.v2.model#InvalidArn", "Invalid Arn: 'orders'")]
    [InlineData("UpdateStateMachine", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:x"}""", "com.amazonaws.swf.service.v2.model#StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:us-east-1:000000000000:stateMachine:x'")]
    [InlineData("RedriveExecution", "{}", "com.amazon.coral.service#UnknownOperationException", "The operation RedriveExecution of Step Functions is not emulated here; docs/conformance.md lists what is.")]
    public async Task A_request_that_is_refused_says_why(string operation, string body, string type, string message)
    {
        await using var aws = await SdkEndpoint.StartAsync();

        var (status, answer) = await SendAsync(aws, operation, body);

        Assert.Equal((HttpStatusCode.BadRequest, type, message), (status, answer.GetProperty("__type").GetString(), answer.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_definition_is_checked_without_a_state_machine()
    {
        await using var aws = await SdkEndpoint.StartAsync();

        var (_, good) = await SendAsync(aws, "ValidateStateMachineDefinition", Json(("definition", Workflows.Succeeding)));
        var (_, bad) = await SendAsync(aws, "ValidateStateMachineDefinition", Json(("definition", """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""")));

        Assert.Equal(("OK", 0), (good.GetProperty("result").GetString(), good.GetProperty("diagnostics").GetArrayLength()));
        Assert.Equal("FAIL", bad.GetProperty("result").GetString());
        var diagnostic = bad.GetProperty("diagnostics")[0];
        Assert.Equal(("ERROR", "MISSING_TRANSITION_TARGET"), (diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_state_machine_is_updated_and_tagged()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.CreateAsync(Workflows.Succeeding, "orders");

        await SendAsync(aws, "UpdateStateMachine", Json(("stateMachineArn", arn), ("definition", Workflows.Failing)));
        await SendAsync(aws, "TagResource", $$$$$$"""{"resourceArn":"{{{{{{arn}}}}}}","tags":[{"key":"team","value":"shop"},{"key":"old","value":"1"}]}""");
        await SendAsync(aws, "UntagResource", $$$$$$"""{"resourceArn":"{{{{{{arn}}}}}}","tagKeys":["old"]}""");
        var (_, found) = await SendAsync(aws, "DescribeStateMachine", Json(("stateMachineArn", arn)));
        var (_, tags) = await SendAsync(aws, "ListTagsForResource", Json(("resourceArn", arn)));
        var execution = await aws.StartAsync(arn);
        var (_, started) = await SendAsync(aws, "DescribeStateMachineForExecution", Json(("executionArn", execution)));

        Assert.Equal(Workflows.Failing, found.GetProperty("definition").GetString());
        Assert.Equal(found.GetProperty("revisionId").GetString(), started.GetProperty("revisionId").GetString());
        Assert.Equal("""[{"key":"team","value":"shop"}]""", tags.GetProperty("tags").GetRawText());
    }

    /// <summary>The server takes the memory of a body back while other connections fill it.</summary>
    [Fact]
    public async Task Requests_of_many_connections_keep_their_bodies_apart()
    {
        const int perConnection = 250;
        await using var aws = await SdkEndpoint.StartAsync();
        var arn = await aws.CreateAsync(Workflows.Succeeding, "orders");

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (connection, _) =>
        {
            for (var n = 0; n < perConnection; n++)
            {
                var name = $"run-{connection}-{n}";
                var (status, started) = await SendAsync(aws, "StartExecution", Json(("stateMachineArn", arn), ("name", name), ("input", "{}")));
                Assert.True(status == HttpStatusCode.OK, started.GetRawText());
                Assert.EndsWith($":{name}", started.GetProperty("executionArn").GetString(), StringComparison.Ordinal);
            }
        });
    }

    private static string Json(params (string Name, string Value)[] members) => JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value));

    private static Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(SdkEndpoint aws, string operation, string body) =>
        aws.SendAsync("AWSStepFunctions." + operation, body);
}
