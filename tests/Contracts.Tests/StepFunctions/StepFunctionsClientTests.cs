using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Contracts.Tests.Http;

namespace Contracts.Tests.StepFunctions;

public sealed class StepFunctionsClientTests
{
    private const string Machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:orders";

    [Fact]
    public async Task A_request_is_signed_json_with_the_operation_as_its_target()
    {
        await using var server = new CannedServer(CannedAnswer.Json("""{"executionArn":"e","startDate":1700000000.125}"""));
        using var client = Client(server);

        var response = await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = Machine, Name = "n", Input = "{}" });

        Assert.Equal("e", response.ExecutionArn);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 125, DateTimeKind.Utc), response.StartDate);
        Assert.Equal("AWSStepFunctions.StartExecution", server.Single.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", server.Single.Headers["Content-Type"]);
        Assert.Contains("/eu-west-1/states/aws4_request", server.Single.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal($$"""{"input":"{}","name":"n","stateMachineArn":"{{Machine}}"}""", server.Single.Text);
    }

    [Fact]
    public async Task An_execution_is_read_with_all_that_it_has()
    {
        await using var server = new CannedServer(CannedAnswer.Json(
            """{"executionArn":"e","status":"FAILED","error":"E","cause":"c","input":"{}","inputDetails":{"included":true},"redriveCount":0,"stopDate":1}"""));
        using var client = Client(server);

        var found = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "e" });

        Assert.Equal((ExecutionStatus.FAILED, "E", "c", "{}", true, 0), (found.Status, found.Error, found.Cause, found.Input, found.InputDetails.Included, found.RedriveCount));
        Assert.Null(found.StartDate);
        Assert.Null(found.Output);
    }

    [Fact]
    public async Task A_history_is_read_event_by_event()
    {
        await using var server = new CannedServer(CannedAnswer.Json(
            """{"events":[{"id":2,"previousEventId":1,"timestamp":1,"type":"TaskScheduled","taskScheduledEventDetails":{"resource":"sendMessage","resourceType":"sqs","timeoutInSeconds":5}}],"nextToken":"t"}"""));
        using var client = Client(server);

        var history = await client.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = "e", ReverseOrder = true, MaxResults = 1 });

        var happened = Assert.Single(history.Events);
        Assert.Equal((2L, 1L, HistoryEventType.TaskScheduled, "sqs", 5L), (happened.Id, happened.PreviousEventId, happened.Type, happened.TaskScheduledEventDetails.ResourceType, happened.TaskScheduledEventDetails.TimeoutInSeconds));
        Assert.Equal("t", history.NextToken);
        Assert.Equal("""{"executionArn":"e","maxResults":1,"reverseOrder":true}""", server.Single.Text);
    }

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("InvalidToken", typeof(InvalidTokenException))]
    [InlineData("AccessDeniedException", typeof(AmazonStepFunctionsException))]
    public async Task An_error_has_its_type(string code, Type type)
    {
        await using var server = new CannedServer(CannedAnswer.JsonError(400, $"com.amazonaws.swf.service.v2.model#{code}", "no"));
        using var client = Client(server);

        var error = (AmazonStepFunctionsException?)await Record.ExceptionAsync(() => client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }));

        Assert.IsType(type, error);
        Assert.Equal((code, "no", ErrorType.Unknown, HttpStatusCode.BadRequest), (error.ErrorCode, error.Message, error.ErrorType, error.StatusCode));
    }

    [Fact]
    public void The_endpoint_follows_from_the_Region()
    {
        using var client = new AmazonStepFunctionsClient("key", "secret", RegionEndpoint.EUCentral1);

        Assert.Equal("https://states.eu-central-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL);
    }

    private static AmazonStepFunctionsClient Client(CannedServer server) =>
        new("key", "secret", new AmazonStepFunctionsConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
