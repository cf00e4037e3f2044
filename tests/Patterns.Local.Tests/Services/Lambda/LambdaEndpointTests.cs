using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Wire;
using Patterns.Local.Services.Streams;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Services.Lambda;

public sealed class LambdaEndpointTests
{
    private const string Functions = "/2015-03-31/functions/";
    private const string Mappings = "/2015-03-31/event-source-mappings/";

    [Theory]
    [InlineData("fn")]
    [InlineData("fn:$LATEST")]
    [InlineData("000000000000:function:fn")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:fn")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST")]
    public async Task A_function_is_invoked_by_every_way_to_name_it(string name)
    {
        await using var world = new LambdaWorld();

        var sending = SendAsync(world, "POST", $"{Functions}{Uri.EscapeDataString(name)}/invocations", """{"n":1}""");
        var call = await world.Invoker.NextAsync();
        call.Return("""{"ok":true}""");
        var reply = await sending;

        Assert.Equal(("fn", """{"n":1}"""), (call.Function, call.Payload));
        Assert.Equal((200, """{"ok":true}"""), (reply.Status, reply.Body));
        Assert.Equal("$LATEST", reply.Headers["X-Amz-Executed-Version"]);
        Assert.False(reply.Headers.ContainsKey("X-Amz-Function-Error"));
    }

    [Fact]
    public async Task An_error_of_the_function_is_a_success_of_the_call()
    {
        await using var world = new LambdaWorld();

        var sending = SendAsync(world, "POST", Functions + "fn/invocations", "");
        (await world.Invoker.NextAsync()).Fail();
        var reply = await sending;

        Assert.Equal(200, reply.Status);
        Assert.Equal("Unhandled", reply.Headers["X-Amz-Function-Error"]);
        Assert.Equal("boom", reply.Json.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_throttled_call_says_why()
    {
        await using var world = new LambdaWorld();
        world.Concurrency.Reserve("fn", 0);

        var sending = SendAsync(world, "POST", Functions + "fn/invocations", "");
        (await world.Invoker.NextAsync()).Throttle();
        var reply = await sending;

        Assert.Equal((429, "TooManyRequestsException"), (reply.Status, reply.Headers["X-Amzn-Errortype"].ToString()));
        Assert.Equal("Rate Exceeded.", reply.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Client_context_and_log_type_reach_the_function()
    {
        await using var world = new LambdaWorld();
        var context = Convert.ToBase64String("""{"custom":{}}"""u8);

        var sending = SendAsync(world, "POST", Functions + "fn/invocations", "{}", ("X-Amz-Client-Context", context), ("X-Amz-Log-Type", "Tail"));
        var call = await world.Invoker.NextAsync();
        call.Return();
        await sending;

        Assert.Equal(("""{"custom":{}}""", true), (call.Options.ClientContext, call.Options.WantsLogTail));
    }

    [Fact]
    public async Task An_event_is_accepted_at_once()
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, "POST", Functions + "fn/invocations", "{}", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal((202, ""), (reply.Status, reply.Body));
        var call = await world.Invoker.NextAsync();
        Assert.Equal(reply.Headers["x-amzn-RequestId"], call.Options.RequestId);
        call.Return();
        await world.Service.Async.WhenIdleAsync();
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, "POST", Functions + "fn/invocations", "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(204, reply.Status);
        Assert.False(world.Invoker.HasCall);
    }

    [Theory]
    [InlineData("GET", Functions + "missing", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:missing")]
    [InlineData("POST", Functions + "fn%3Alive/invocations", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:fn:live")]
    [InlineData("GET", Functions + "fn/event-invoke-config", 400, "UnknownOperationException", "The operation GET /2015-03-31/functions/fn/event-invoke-config of lambda is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("PUT", Functions + "fn/code", 400, "UnknownOperationException", "The operation UpdateFunctionCode of lambda is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("GET", "/2019-09-25/functions/fn/event-invoke-config", 404, "ResourceNotFoundException", "The function arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST doesn't have an EventInvokeConfig")]
    [InlineData("GET", Mappings + "00000000-0000-0000-0000-000000000000", 404, "ResourceNotFoundException", "The resource you requested does not exist.")]
    public async Task What_is_not_there_is_named(string method, string path, int status, string code, string message)
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, method, path, "");

        Assert.Equal((status, code, message), (reply.Status, reply.Headers["X-Amzn-Errortype"].ToString(), reply.Json.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_payload_that_is_no_json_is_refused()
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, "POST", Functions + "fn/invocations", "{");

        Assert.Equal((400, "InvalidRequestContentException"), (reply.Status, reply.Headers["X-Amzn-Errortype"].ToString()));
        Assert.StartsWith("Could not parse request body into json", reply.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Functions_are_listed_page_by_page()
    {
        await using var world = new LambdaWorld(LambdaWorld.Function("b"), LambdaWorld.Function("a"), LambdaWorld.Function("c"));

        var first = await SendAsync(world, "GET", "/2015-03-31/functions/?MaxItems=2", "");
        var second = await SendAsync(world, "GET", $"/2015-03-31/functions/?MaxItems=2&Marker={first.Json.GetProperty("NextMarker").GetString()}", "");

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.False(second.Json.TryGetProperty("NextMarker", out _));
    }

    [Fact]
    public async Task The_configuration_shows_what_the_template_says()
    {
        await using var world = new LambdaWorld(LambdaWorld.Function() with { Timeout = TimeSpan.FromSeconds(9), MemoryMegabytes = 512, Environment = new Dictionary<string, string> { ["A"] = "1" } });

        var configuration = (await SendAsync(world, "GET", Functions + "fn/configuration", "")).Json;

        Assert.Equal(9, configuration.GetProperty("Timeout").GetInt32());
        Assert.Equal(512, configuration.GetProperty("MemorySize").GetInt32());
        Assert.Equal("1", configuration.GetProperty("Environment").GetProperty("Variables").GetProperty("A").GetString());
        Assert.Equal("Active", configuration.GetProperty("State").GetString());
    }

    [Fact]
    public async Task Reserved_concurrency_is_set_read_and_removed()
    {
        await using var world = new LambdaWorld();

        var put = await SendAsync(world, "PUT", "/2017-10-31/functions/fn/concurrency", """{"ReservedConcurrentExecutions":0}""");
        Assert.Equal(0, put.Json.GetProperty("ReservedConcurrentExecutions").GetInt32());
        Assert.Equal(0, (await SendAsync(world, "GET", "/2019-09-30/functions/fn/concurrency", "")).Json.GetProperty("ReservedConcurrentExecutions").GetInt32());
        Assert.Equal(204, (await SendAsync(world, "DELETE", "/2017-10-31/functions/fn/concurrency", "")).Status);
        Assert.Equal("{}", (await SendAsync(world, "GET", "/2019-09-30/functions/fn/concurrency", "")).Body);
    }

    [Fact]
    public async Task The_account_keeps_a_floor_of_unreserved_concurrency()
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, "PUT", "/2017-10-31/functions/fn/concurrency", """{"ReservedConcurrentExecutions":901}""");

        Assert.Equal("InvalidParameterValueException", reply.Headers["X-Amzn-Errortype"]);
        Assert.Equal("Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].", reply.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_update_of_the_event_configuration_keeps_what_it_does_not_name()
    {
        await using var world = new LambdaWorld();
        const string Path = "/2019-09-25/functions/fn/event-invoke-config";
        const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";

        await SendAsync(world, "PUT", Path, $$$$"""{"MaximumRetryAttempts":1,"DestinationConfig":{"OnFailure":{"Destination":"{{{{Queue}}}}"}}}""");
        await SendAsync(world, "POST", Path, """{"MaximumEventAgeInSeconds":120}""");
        var config = (await SendAsync(world, "GET", Path, "")).Json;

        Assert.Equal(1, config.GetProperty("MaximumRetryAttempts").GetInt32());
        Assert.Equal(120, config.GetProperty("MaximumEventAgeInSeconds").GetInt32());
        Assert.Equal(Queue, config.GetProperty("DestinationConfig").GetProperty("OnFailure").GetProperty("Destination").GetString());
        Assert.Equal(1, (await SendAsync(world, "GET", Path + "/list", "")).Json.GetProperty("FunctionEventInvokeConfigs").GetArrayLength());
        Assert.Equal(204, (await SendAsync(world, "DELETE", Path, "")).Status);
        Assert.Equal(404, (await SendAsync(world, "DELETE", Path, "")).Status);
    }

    [Fact]
    public async Task A_mapping_lives_through_create_update_list_and_delete()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");

        var created = (await SendAsync(world, "POST", Mappings, $$$"""{"FunctionName":"fn","EventSourceArn":"{{{queue.Arn}}}","BatchSize":5,"FunctionResponseTypes":["ReportBatchItemFailures"],"FilterCriteria":{"Filters":[{"Pattern":"{\"body\":{\"a\":[1]}}"}]},"ScalingConfig":{"MaximumConcurrency":7}}""")).Json;
        var id = created.GetProperty("UUID").GetString();
        Assert.Equal("Creating", created.GetProperty("State").GetString());
        var got = (await SendAsync(world, "GET", Mappings + id, "")).Json;
        Assert.Equal("Enabled", got.GetProperty("State").GetString());
        Assert.Equal(5, got.GetProperty("BatchSize").GetInt32());
        Assert.Equal(7, got.GetProperty("ScalingConfig").GetProperty("MaximumConcurrency").GetInt32());
        Assert.Equal("""{"body":{"a":[1]}}""", got.GetProperty("FilterCriteria").GetProperty("Filters")[0].GetProperty("Pattern").GetString());
        var disabled = (await SendAsync(world, "PUT", Mappings + id, """{"Enabled":false}""")).Json;
        Assert.Equal("Disabling", disabled.GetProperty("State").GetString());
        var listed = (await SendAsync(world, "GET", $"{Mappings}?FunctionName=fn", "")).Json.GetProperty("EventSourceMappings");
        Assert.Equal("Disabled", Assert.Single(listed.EnumerateArray()).GetProperty("State").GetString());
        Assert.Equal("Deleting", (await SendAsync(world, "DELETE", Mappings + id, "")).Json.GetProperty("State").GetString());
        Assert.Equal(404, (await SendAsync(world, "GET", Mappings + id, "")).Status);
    }

    [Fact]
    public async Task A_mapping_of_a_stream_shows_all_its_settings_and_takes_changes()
    {
        await using var world = new LambdaWorld();
        var stream = new RecordStream("arn:aws:kinesis:us-east-1:000000000000:stream/s", world.Clock, TimeSpan.FromHours(24));
        world.Service.Mappings.Support(new StreamEventSourceProvider(StreamKind.Kinesis, _ => stream, world.Aws, world.Invoker, world.Targets, world.Console));

        var created = (await SendAsync(world, "POST", Mappings, $$$$"""{"FunctionName":"fn","EventSourceArn":"{{{{stream.Arn}}}}","StartingPosition":"AT_TIMESTAMP","StartingPositionTimestamp":1.5,"ParallelizationFactor":2,"MaximumRetryAttempts":3,"MaximumRecordAgeInSeconds":60,"BisectBatchOnFunctionError":true,"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sns:us-east-1:000000000000:t"}}}""")).Json;
        var id = created.GetProperty("UUID").GetString();
        var changed = (await SendAsync(world, "PUT", Mappings + id, """{"ParallelizationFactor":1,"TumblingWindowInSeconds":30,"MaximumRecordAgeInSeconds":-1,"StartingPosition":"LATEST","DestinationConfig":{"OnFailure":{}}}""")).Json;

        Assert.Contains(
            ""","StartingPosition":"AT_TIMESTAMP","StartingPositionTimestamp":1.5,"ParallelizationFactor":2,"MaximumRetryAttempts":3,"MaximumRecordAgeInSeconds":60,"BisectBatchOnFunctionError":true,"TumblingWindowInSeconds":0,"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sns:us-east-1:000000000000:t"}},"LastModified":1767323045,"LastProcessingResult":"No records processed",""",
            created.GetRawText());
        Assert.Contains(
            ""","StartingPosition":"AT_TIMESTAMP","StartingPositionTimestamp":1.5,"ParallelizationFactor":1,"MaximumRetryAttempts":3,"MaximumRecordAgeInSeconds":-1,"BisectBatchOnFunctionError":true,"TumblingWindowInSeconds":30,"DestinationConfig":{"OnFailure":{}},""",
            changed.GetRawText());
        Assert.Contains("\"BatchSize\":100,", (await SendAsync(world, "GET", Mappings + id, "")).Json.GetRawText());
    }

    [Theory]
    [InlineData("""{"FunctionName":"fn","EventSourceArn":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}""", "Unrecognized event source: arn:aws:kinesis:us-east-1:000000000000:stream/s; docs/conformance.md lists the sources that are emulated.")]
    [InlineData("""{"FunctionName":"fn","EventSourceArn":"arn:aws:sqs:us-east-1:000000000000:none"}""", "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.")]
    [InlineData("""{"FunctionName":"fn","EventSourceArn":"a","DestinationConfig":{"OnSuccess":{"Destination":"b"}}}""", "Unsupported DestinationConfig parameter for given event source mapping type: OnSuccess.")]
    [InlineData("""{"FunctionName":"fn","EventSourceArn":"a","ProvisionedPollerConfig":{}}""", "The setting ProvisionedPollerConfig of event source mappings is not emulated here.")]
    public async Task A_mapping_of_something_else_is_refused(string request, string message)
    {
        await using var world = new LambdaWorld();

        var reply = await SendAsync(world, "POST", Mappings, request);

        Assert.Equal((400, "InvalidParameterValueException"), (reply.Status, reply.Headers["X-Amzn-Errortype"].ToString()));
        Assert.Equal(message, reply.Json.GetProperty("message").GetString());
    }

    private static string[] Names(Reply reply) =>
        [.. reply.Json.GetProperty("Functions").EnumerateArray().Select(function => function.GetProperty("FunctionName").GetString()!)];

    private static async Task<Reply> SendAsync(LambdaWorld world, string method, string path, string body, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        var question = path.IndexOf('?');
        http.Request.Method = method;
        http.Request.Path = PathString.FromUriComponent(question < 0 ? path : path[..question]);
        http.Request.QueryString = new QueryString(question < 0 ? "" : path[question..]);
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        var answer = new MemoryStream();
        http.Response.Body = answer;
        await new LambdaEndpoint(world.Service).HandleAsync(http);
        await http.Response.BodyWriter.FlushAsync();
        return new Reply(http.Response.StatusCode, http.Response.Headers, Encoding.UTF8.GetString(answer.ToArray()));
    }

    private sealed record Reply(int Status, IHeaderDictionary Headers, string Body)
    {
        public JsonElement Json => JsonElement.Parse(Body);
    }
}
