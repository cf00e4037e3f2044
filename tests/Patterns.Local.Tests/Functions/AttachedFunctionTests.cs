using System.Net;
using System.Text;
using Patterns.Local.Functions;

namespace Patterns.Local.Tests.Functions;

public sealed class AttachedFunctionTests
{
    private static readonly FunctionPackage s_package = new(new FunctionDefinition("fn", ".", "App::App.Handler::Handle") { Attached = true }, ".");

    [Fact]
    public async Task A_process_of_the_developer_serves_an_attached_function()
    {
        await using var harness = await RunnerHarness.StartAsync(s_package);
        using var developer = Client(harness);

        var invoking = harness.InvokeAsync("[1]");
        using var next = await developer.GetAsync("invocation/next");
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        Assert.Equal("[1]", await next.Content.ReadAsStringAsync());
        using var replied = await developer.PostAsync($"invocation/{id}/response", new StringContent("[2]"));

        Assert.Equal(HttpStatusCode.Accepted, replied.StatusCode);
        Assert.Equal("[2]", Encoding.UTF8.GetString((await invoking).Payload.Span));
    }

    [Fact]
    public async Task A_process_that_is_started_again_gives_up_what_it_was_doing()
    {
        await using var harness = await RunnerHarness.StartAsync(s_package);
        using var developer = Client(harness);

        var abandoned = harness.InvokeAsync();
        using var first = await developer.GetAsync("invocation/next");
        var following = developer.GetAsync("invocation/next");

        Assert.Equal("Unhandled", (await abandoned).FunctionError);
        var invoking = harness.InvokeAsync("[3]");
        using var second = await following;
        var id = second.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var replied = await developer.PostAsync($"invocation/{id}/response", new StringContent("[4]"));
        Assert.Equal("[4]", Encoding.UTF8.GetString((await invoking).Payload.Span));
    }

    [Theory]
    [InlineData("Root=\u00e9", null)]
    [InlineData("Root=1-2-3\r\nX: y", null)]
    [InlineData("Root=1-2-3", "{\"custom\":{\n\"name\":\"\u00e9\ud83d\ude00\"}}")]
    public async Task What_a_caller_sends_along_never_loses_an_event_on_its_way_to_the_function(string trace, string? clientContext)
    {
        await using var harness = await RunnerHarness.StartAsync(s_package);
        using var developer = Client(harness);

        var invoking = harness.InvokeAsync("[1]", new InvocationOptions { TraceId = trace, ClientContext = clientContext });
        using var next = await developer.GetAsync("invocation/next");

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Matches(@"^Root=1-[0-9a-f-]+(;Parent=[0-9a-f]+;Sampled=0)?$", next.Headers.GetValues("Lambda-Runtime-Trace-Id").Single());
        if (clientContext is not null)
        {
            var context = System.Text.Json.JsonElement.Parse(next.Headers.GetValues("Lambda-Runtime-Client-Context").Single());
            Assert.Equal("\u00e9\ud83d\ude00", context.GetProperty("custom").GetProperty("name").GetString());
        }

        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var replied = await developer.PostAsync($"invocation/{id}/response", new StringContent("[2]"));
        Assert.Equal("[2]", Encoding.UTF8.GetString((await invoking).Payload.Span));
    }

    [Fact]
    public async Task Wrong_use_of_the_runtime_api_is_answered_like_the_service()
    {
        await using var harness = await RunnerHarness.StartAsync(s_package);
        using var developer = Client(harness);

        using var early = await developer.PostAsync("invocation/none/response", new StringContent("{}"));
        var invoking = harness.InvokeAsync();
        using var next = await developer.GetAsync("invocation/next");
        using var wrong = await developer.PostAsync("invocation/none/response", new StringContent("{}"));
        using var unknown = await developer.GetAsync("nothing");
        using var init = await developer.PostAsync("init/error", new StringContent("{}"));
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var failed = await developer.PostAsync($"invocation/{id}/error", new StringContent("""{"errorType":"X"}"""));

        Assert.Equal((HttpStatusCode.Forbidden, """{"errorType":"InvalidStateTransition","errorMessage":"State transition is not allowed"}"""), (early.StatusCode, await early.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.BadRequest, """{"errorType":"InvalidRequestID","errorMessage":"Invalid request ID"}"""), (wrong.StatusCode, await wrong.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, init.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, failed.StatusCode);
        Assert.Equal("Unhandled", (await invoking).FunctionError);
    }

    private static HttpClient Client(RunnerHarness harness) =>
        new() { BaseAddress = new Uri($"{harness.Aws.Endpoint}/_runtime/attach-fn/2018-06-01/runtime/") };
}
