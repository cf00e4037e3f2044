using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>Tasks that ask other services, which an unmodified SDK client then sees.</summary>
public sealed class IntegrationTests
{
    [Fact]
    public async Task A_message_of_any_JSON_goes_to_a_queue_with_its_attributes()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");

        var output = await RunAsync(aws, "sqs:sendMessage", $$$$$$"""{"QueueUrl":"{{{{{{queue}}}}}}","MessageBody.$":"$","MessageAttributes":{"kind":{"DataType":"String","StringValue":"order"}}}""", """{"n":1}""");

        var message = Assert.Single(await aws.ReceiveAsync(queue));
        Assert.Equal(("""{"n":1}""", "order"), (message.Body, message.MessageAttributes["kind"].StringValue));
        Assert.Equal(message.MessageId, output.GetProperty("MessageId").GetString());
        Assert.Equal(200, output.GetProperty("SdkHttpMetadata").GetProperty("HttpStatusCode").GetInt32());
    }

    [Fact]
    public async Task A_message_goes_to_a_topic()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var queue = await aws.CreateQueueAsync("q");
        var topic = (await aws.Sns.CreateTopicAsync(new Amazon.SimpleNotificationService.Model.CreateTopicRequest { Name = "t" })).TopicArn;
        await aws.Sns.SubscribeAsync(topic, "sqs", await aws.ArnOfAsync(queue));

        await RunAsync(aws, "sns:publish", $$$$$$"""{"TopicArn":"{{{{{{topic}}}}}}","Message":{"n":1},"Subject":"news"}""");

        IReadOnlyList<Amazon.SQS.Model.Message> received = [];
        await Eventually.BecomesTrueAsync(async () => (received = await aws.ReceiveAsync(queue)).Count > 0);
        using var body = JsonDocument.Parse(received[0].Body);
        Assert.Equal(("""{"n":1}""", "news"), (body.RootElement.GetProperty("Message").GetString(), body.RootElement.GetProperty("Subject").GetString()));
    }

    [Fact]
    public async Task An_event_goes_to_a_bus_and_a_rule_starts_an_execution()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var started = await aws.CreateAsync("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "started");
        await aws.SendAsync("AWSEvents.PutRule", """{"Name":"orders","EventPattern":"{\"source\":[\"shop\"]}"}""");
        await aws.SendAsync("AWSEvents.PutTargets", $$$$$$"""{"Rule":"orders","Targets":[{"Id":"1","Arn":"{{{{{{started}}}}}}","RoleArn":"arn:aws:iam::000000000000:role/r"}]}""");

        var output = await RunAsync(aws, "events:putEvents", """{"Entries":[{"Source":"shop","DetailType":"placed","Detail":{"n.$":"$.n"}}]}""", """{"n":1}""");

        Assert.Equal(0, output.GetProperty("FailedEntryCount").GetInt32());
        var machine = aws.Account.StepFunctions.Machines.Find(started);
        await Eventually.BecomesTrueAsync(() => machine.Executions.LatestFirst(before: null).Count == 1);
        var (_, execution) = machine.Executions.LatestFirst(before: null)[0];
        using var happened = JsonDocument.Parse((await execution.Ended).OutputText!);
        Assert.Equal(("shop", 1), (Text(happened, "source"), happened.RootElement.GetProperty("detail").GetProperty("n").GetInt32()));
        Assert.Equal(2, happened.RootElement.GetProperty("resources").GetArrayLength());
    }

    [Fact]
    public async Task Items_are_put_updated_read_and_deleted()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        await aws.CreateTableAsync("orders", "id");

        await RunAsync(aws, "dynamodb:putItem", """{"TableName":"orders","Item":{"id":{"S":"1"},"n":{"N":"1"}}}""");
        await RunAsync(aws, "dynamodb:updateItem", """{"TableName":"orders","Key":{"id":{"S":"1"}},"UpdateExpression":"SET n = n + :one","ExpressionAttributeValues":{":one":{"N":"1"}}}""");
        var read = await RunAsync(aws, "dynamodb:getItem", """{"TableName":"orders","Key":{"id":{"S.$":"$.id"}}}""", """{"id":"1"}""");
        await RunAsync(aws, "dynamodb:deleteItem", """{"TableName":"orders","Key":{"id":{"S":"1"}}}""");

        Assert.Equal("2", read.GetProperty("Item").GetProperty("n").GetProperty("N").GetString());
        Assert.Empty((await aws.DynamoDb.ScanAsync(new ScanRequest("orders"))).Items ?? []);
    }

    [Theory]
    [InlineData("dynamodb:putItem", """{"TableName":"orders","Item":{"id":{"S":"1"}},"ConditionExpression":"attribute_exists(id)"}""", "DynamoDB.ConditionalCheckFailedException")]
    [InlineData("dynamodb:putItem", """{"TableName":"orders","Item":{}}""", "DynamoDB.AmazonDynamoDBException")]
    [InlineData("dynamodb:getItem", """{"TableName":"missing","Key":{"id":{"S":"1"}}}""", "DynamoDB.ResourceNotFoundException")]
    [InlineData("aws-sdk:dynamodb:query", """{"TableName":"missing","KeyConditionExpression":"id = :i","ExpressionAttributeValues":{":i":{"S":"1"}}}""", "DynamoDb.ResourceNotFoundException")]
    [InlineData("sqs:sendMessage", """{"QueueUrl":"http://localhost/000000000000/missing","MessageBody":"x"}""", "SQS.QueueDoesNotExistException")]
    [InlineData("sns:publish", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:missing","Message":"x"}""", "SNS.NotFoundException")]
    [InlineData("events:putEvents", """{"Entries":[{"Source":"shop"}]}""", "EventBridge.FailedEntry")]
    [InlineData("lambda:invoke", """{"FunctionName":"missing"}""", "Lambda.ResourceNotFoundException")]
    [InlineData("lambda:invoke", """{"Payload":{}}""", "States.Runtime")]
    [InlineData("states:startExecution", """{"StateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:missing"}""", "StepFunctions.StateMachineDoesNotExistException")]
    public async Task The_error_of_a_service_is_the_error_of_the_task(string resource, string parameters, string error)
    {
        await using var aws = await SdkEndpoint.StartAsync();
        await aws.CreateTableAsync("orders", "id");

        var ended = await aws.EndOfAsync(await aws.StartAsync(await aws.CreateAsync(Definition(resource, parameters))));

        Assert.Equal((ExecutionStatus.FAILED, error), (ended.Status, ended.Error));
    }

    [Fact]
    public async Task A_nested_execution_that_is_waited_for_gives_its_end()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var child = await aws.CreateAsync(Workflows.Succeeding, "child");

        var started = await RunAsync(aws, "states:startExecution", $$$$$$"""{"StateMachineArn":"{{{{{{child}}}}}}","Name":"a","Input":{"x":1}}""");
        var text = await RunAsync(aws, "states:startExecution.sync", $$$$$$"""{"StateMachineArn":"{{{{{{child}}}}}}","Name":"b","Input":{"x":1}}""");
        var json = await RunAsync(aws, "states:startExecution.sync:2", $$$$$$"""{"StateMachineArn":"{{{{{{child}}}}}}","Name":"c","Input":{"x":1}}""");

        Assert.Equal("arn:aws:states:us-east-1:000000000000:execution:child:a", started.GetProperty("ExecutionArn").GetString());
        Assert.Equal(("""{"n":1}""", "SUCCEEDED"), (text.GetProperty("Output").GetString(), text.GetProperty("Status").GetString()));
        Assert.Equal((1, 1), (json.GetProperty("Output").GetProperty("n").GetInt32(), json.GetProperty("Input").GetProperty("x").GetInt32()));
    }

    [Fact]
    public async Task A_nested_execution_that_fails_fails_the_task()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var child = await aws.CreateAsync(Workflows.Failing, "child");
        var parent = await aws.CreateAsync(Definition("states:startExecution.sync:2", $$$$$$"""{"StateMachineArn":"{{{{{{child}}}}}}"}"""));

        var ended = await aws.EndOfAsync(await aws.StartAsync(parent));

        Assert.Equal("States.TaskFailed", ended.Error);
        using var cause = JsonDocument.Parse(ended.Cause);
        Assert.Equal(("FAILED", "Broken", "because"), (Text(cause, "Status"), Text(cause, "Error"), Text(cause, "Cause")));
    }

    [Fact]
    public async Task A_nested_execution_is_stopped_with_the_one_that_waits_for_it()
    {
        await using var aws = await SdkEndpoint.StartAsync();
        var child = await aws.CreateAsync(Workflows.Waiting, "child");
        var parent = await aws.StartAsync(await aws.CreateAsync(Definition("states:startExecution.sync", $$$$$$"""{"StateMachineArn":"{{{{{{child}}}}}}","Name":"c"}""")));
        await aws.EventAsync(parent, HistoryEventType.TaskSubmitted);

        await aws.StepFunctions.StopExecutionAsync(new Amazon.StepFunctions.Model.StopExecutionRequest { ExecutionArn = parent });

        Assert.Equal(ExecutionStatus.ABORTED, (await aws.EndOfAsync("arn:aws:states:us-east-1:000000000000:execution:child:c")).Status);
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();

    private static string Definition(string resource, string parameters) =>
        """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::RESOURCE","Parameters":PARAMETERS,"End":true}}}"""
            .Replace("RESOURCE", resource, StringComparison.Ordinal)
            .Replace("PARAMETERS", parameters, StringComparison.Ordinal);

    private static async Task<JsonElement> RunAsync(SdkEndpoint aws, string resource, string parameters, string input = "{}")
    {
        var ended = await aws.EndOfAsync(await aws.StartAsync(await aws.CreateAsync(Definition(resource, parameters)), input: input));
        Assert.True(ended.Status == ExecutionStatus.SUCCEEDED, $"{ended.Error}: {ended.Cause}");
        return JsonSerializer.Deserialize<JsonElement>(ended.Output);
    }
}
