using System.Text.Json;
using Patterns.Local.Functions;

namespace Patterns.Local.Tests.Functions;

/// <summary>Handlers that use Amazon.Lambda.Core, which the runner does not know.</summary>
public sealed class ManagedHandlerTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task A_typed_handler_goes_through_the_serializer_of_its_assembly()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.WithCore("TypedHandler", "Twice"));

        var reply = await harness.InvokeAsync("""{"Id":"a","Amount":21}""");

        Assert.Equal("""{"Id":"a","Amount":42}""", System.Text.Encoding.UTF8.GetString(reply.Payload.Span));
    }

    [Fact]
    public async Task A_handler_may_take_the_context_alone()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.WithCore("TypedHandler", "OnlyContext"));

        Assert.Equal("fn", (await harness.InvokeJsonAsync()).GetString());
    }

    [Fact]
    public async Task The_entry_of_a_generic_base_class_is_found()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.WithCore("InheritedHandler", "FunctionHandler"));

        var reply = await harness.InvokeJsonAsync("[1]", new InvocationOptions { RequestId = "request-1" });

        Assert.Equal("[1]", reply.GetProperty("input").GetRawText());
        Assert.Equal("request-1", reply.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task The_context_tells_about_function_and_request()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.WithCore("ContextHandler", "Describe"));
        const string Client = """{"custom":{"color":"red"},"client":{"app_title":"shop"},"env":{}}""";

        var context = await harness.InvokeJsonAsync(options: new InvocationOptions { RequestId = "r-1", TraceId = "Root=1-2-3", ClientContext = Client, Qualifier = "$LATEST" });

        Assert.Equal("r-1", context.GetProperty("requestId").GetString());
        Assert.Equal("fn", context.GetProperty("functionName").GetString());
        Assert.Equal("$LATEST", context.GetProperty("functionVersion").GetString());
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST", context.GetProperty("arn").GetString());
        Assert.Equal("/aws/lambda/fn", context.GetProperty("logGroup").GetString());
        Assert.Matches(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$", context.GetProperty("logStream").GetString());
        Assert.Equal("128", context.GetProperty("memory").GetString());
        Assert.Equal("within", context.GetProperty("remaining").GetString());
        Assert.Equal("Root=1-2-3", context.GetProperty("traceId").GetString());
        Assert.Equal("Root=1-2-3", context.GetProperty("traceVariable").GetString());
        Assert.Equal("", context.GetProperty("tenantId").GetString());
        Assert.Equal("red", context.GetProperty("client").GetString());
        Assert.Equal("shop", context.GetProperty("application").GetString());
        Assert.Equal("none", context.GetProperty("identity").GetString());
        Assert.Equal("DefaultLambdaJsonSerializer", context.GetProperty("serializer").GetString());
    }

    [Fact]
    public async Task Every_way_to_log_ends_in_the_same_form()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.WithCore("ContextHandler", "Log"));

        var result = await harness.InvokeAsync();

        Assert.Null(result.FunctionError);
        var lines = harness.LogLines()[1..^2].Select(line => line.Contains('\t') ? line[(line.IndexOf('\t') + 1)..].Replace(result.RequestId, "id") : line);
        Assert.Equal(
            [
                "id\tinfo\ta line",
                "id\tinfo\ta message",
                "id\tinfo\torder o-1 of 3 items costs 9.50",
                "id\twarn\tfirst and second and first",
                "id\tcrit\tby level",
                "id\tfail\tby name here",
                "id\tfail\tit failed for o-2",
                "System.InvalidOperationException: boom",
                "id\tfrom the static logger",
                "id\tinfo\tin parts",
                "id\tfail\tto the error output",
                "id\tinfo\twithout an end",
            ],
            lines);
    }

    [Fact]
    public async Task Log_lines_below_the_level_of_the_function_are_left_out()
    {
        var package = functions.WithCore("ContextHandler", "Log");
        package = package with { Definition = package.Definition with { Environment = new Dictionary<string, string> { ["AWS_LAMBDA_HANDLER_LOG_LEVEL"] = "Error" } } };
        await using var harness = await RunnerHarness.StartAsync(package);

        await harness.InvokeAsync();

        Assert.DoesNotContain(harness.LogLines(), line => line.Contains("\tinfo\t") || line.Contains("\twarn\t"));
    }
}
