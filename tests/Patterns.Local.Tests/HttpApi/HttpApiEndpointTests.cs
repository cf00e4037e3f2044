using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

public sealed class HttpApiEndpointTests
{
    [Fact]
    public async Task The_event_has_the_fields_of_payload_format_2()
    {
        var api = new ApiHarness(routes: "POST /orders/{id}");

        await api.SendAsync("POST", "/orders/a b", body: """{"n":1}""", prepare: request =>
        {
            request.QueryString = new QueryString("?x=1&x=a%2Cb&empty&y=1+2");
            request.Headers["X-Many"] = new(["1", "2"]);
            request.Headers.Cookie = "s=1; t=2";
            request.Headers.UserAgent = "test";
            request.Headers.Host = "localhost:4566";
            request.Headers["X-Amzn-Trace-Id"] = "Root=1-2-3";
            request.ContentType = "application/json";
        });

        Assert.Equal(
            """
            {"version":"2.0","routeKey":"POST /orders/{id}","rawPath":"/orders/a b","rawQueryString":"x=1&x=a%2Cb&empty&y=1+2","cookies":["s=1","t=2"],
            "headers":{"content-length":"7","x-many":"1,2","user-agent":"test","host":"localhost:4566","content-type":"application/json","x-amzn-trace-id":"Root=1-2-3","x-forwarded-for":"127.0.0.1","x-forwarded-port":"4566","x-forwarded-proto":"http"},
            "queryStringParameters":{"x":"1,a,b","empty":"","y":"1 2"},
            "requestContext":{"accountId":"111122223333","apiId":"abc","domainName":"abc.execute-api.eu-west-1.amazonaws.com","domainPrefix":"abc","http":{"method":"POST","path":"/orders/a b","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"test"},"requestId":"ID","routeKey":"POST /orders/{id}","stage":"$default","time":"02/Jan/2026:03:04:05 +0000","timeEpoch":1767323045000},
            "body":"{\"n\":1}","isBase64Encoded":false,"pathParameters":{"id":"a b"},"stageVariables":{"tier":"gold"}}
            """.ReplaceLineEndings(""),
            WithoutRequestId(api));
    }

    [Theory]
    [InlineData("Root=1-2-3;Parent=4;Sampled=1", true)]
    [InlineData("Self=1-2-3;Root=1-2-3;Lineage=a:0", true)]
    [InlineData("Root=\u00e9", false)]
    [InlineData("Root=1-2-3\n", false)]
    [InlineData("Root=1 2", false)]
    [InlineData("Root", false)]
    [InlineData("abc", false)]
    public async Task A_trace_header_that_is_none_makes_room_for_a_new_one(string sent, bool isKept)
    {
        var api = new ApiHarness();

        await api.SendAsync("GET", "/", request => request.Headers["X-Amzn-Trace-Id"] = sent);

        var trace = api.Invoker.Options!.TraceId;
        Assert.Equal(trace, api.Event.GetProperty("headers").GetProperty("x-amzn-trace-id").GetString());
        Assert.Equal(isKept, trace == sent);
        Assert.Matches(isKept ? "Root=1-2-3" : "^Root=1-695[0-9a-f]{5}-[0-9a-f]{24}$", trace);
    }

    [Fact]
    public async Task What_a_request_does_not_have_is_left_out()
    {
        var api = new ApiHarness();

        await api.SendAsync("GET", "/");

        Assert.Equal("", api.Event.GetProperty("rawQueryString").GetString());
        foreach (var absent in (string[])["cookies", "queryStringParameters", "pathParameters", "body"])
        {
            Assert.False(api.Event.TryGetProperty(absent, out _), absent);
        }
    }

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("application/problem+json; charset=utf-8", false)]
    [InlineData("TEXT/PLAIN", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData(null, false)]
    [InlineData("application/octet-stream", true)]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("image/png", true)]
    public async Task Bodies_that_are_no_text_are_in_base64(string? contentType, bool isEncoded)
    {
        var api = new ApiHarness();

        await api.SendAsync("POST", "/", request => request.ContentType = contentType, "a=1");

        Assert.Equal(isEncoded, api.Event.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(isEncoded ? "YT0x" : "a=1", api.Event.GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_named_stage_is_the_first_part_of_the_path()
    {
        var api = new ApiHarness(stage: "live", routes: "GET /orders");

        Assert.Equal(200, (await api.SendAsync("GET", "/live/orders")).StatusCode);
        Assert.Equal("/live/orders", api.Event.GetProperty("rawPath").GetString());
        Assert.Equal("live", api.Event.GetProperty("requestContext").GetProperty("stage").GetString());
        Assert.Equal(404, (await api.SendAsync("GET", "/orders")).StatusCode);
    }

    [Fact]
    public async Task A_failed_function_is_an_internal_server_error()
    {
        var api = new ApiHarness();
        api.Invoker.Result = Task.FromResult(new InvocationResult("r", "{}"u8.ToArray(), InvocationResult.Unhandled));

        var response = await api.SendAsync("GET", "/");

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", ApiHarness.BodyOf(response));
    }

    [Theory]
    [InlineData(429, 503, "Service Unavailable")]
    [InlineData(413, 413, "Request Entity Too Large")]
    [InlineData(404, 500, "Internal Server Error")]
    public async Task A_refused_invocation_has_the_answer_of_the_service(int refusal, int status, string message)
    {
        var api = new ApiHarness();
        api.Invoker.Refusal = new AwsException("Some", "some", refusal);

        var response = await api.SendAsync("GET", "/");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal($$"""{"message":"{{message}}"}""", ApiHarness.BodyOf(response));
    }

    [Fact]
    public async Task A_function_that_takes_30_seconds_is_not_waited_for()
    {
        var api = new ApiHarness();
        api.Invoker.Result = new TaskCompletionSource<InvocationResult>().Task;
        var sending = api.SendAsync("GET", "/");

        api.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(sending.IsCompleted);
        api.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var response = await sending;
        Assert.Equal(503, response.StatusCode);
        Assert.Equal("""{"message":"Service Unavailable"}""", ApiHarness.BodyOf(response));
    }

    [Fact]
    public async Task A_request_above_10_megabytes_is_refused()
    {
        var api = new ApiHarness();

        var response = await api.SendAsync("POST", "/", body: new string('x', (10 * 1024 * 1024) + 1));

        Assert.Equal(413, response.StatusCode);
        Assert.Equal("""{"message":"Request Entity Too Large"}""", ApiHarness.BodyOf(response));
        Assert.Empty(api.Invoker.Events);
    }

    [Fact]
    public async Task Headers_above_10_kilobytes_are_refused()
    {
        var api = new ApiHarness();

        var fits = await api.SendAsync("GET", "/", request => request.Headers["X-A"] = new string('x', 10_240 - 3));
        var response = await api.SendAsync("GET", "/", request => request.Headers["X-A"] = new string('x', 10_240 - 2));

        Assert.Equal(200, fits.StatusCode);
        Assert.Equal(431, response.StatusCode);
        Assert.Single(api.Invoker.Events);
    }

    [Fact]
    public async Task The_function_goes_on_when_its_time_is_over()
    {
        var api = ApiHarness.Http((_, route) => route with { Integration = route.Integration with { Timeout = TimeSpan.FromSeconds(2) } }, "$default");
        var result = new TaskCompletionSource<InvocationResult>();
        api.Invoker.Result = result.Task;
        var sending = api.SendAsync("GET", "/");

        api.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(503, (await sending).StatusCode);
        Assert.False(result.Task.IsCompleted);
    }

    [Fact]
    public async Task A_malformed_reply_is_an_internal_server_error()
    {
        var api = new ApiHarness();
        api.Invoker.Reply("""{"statusCode":"many"}""");

        var response = await api.SendAsync("GET", "/");

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", ApiHarness.BodyOf(response));
    }

    [Fact]
    public async Task An_api_that_does_not_exist_is_named()
    {
        var response = await new ApiHarness().SendAsync("GET", "/", api: "nope");

        Assert.Equal(404, response.StatusCode);
        Assert.Equal("""{"message":"There is no API nope here"}""", ApiHarness.BodyOf(response));
    }

    [Fact]
    public async Task The_service_answers_preflights_and_replaces_what_functions_say_about_origins()
    {
        var api = new ApiHarness(new CorsRules { Origins = ["https://shop.example"], Methods = ["GET", "POST"], Headers = ["authorization"], MaxAgeSeconds = 60 });
        api.Invoker.Result = Task.FromResult(new InvocationResult("r", """{"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*","X-A":"1"}}"""u8.ToArray()));

        var preflight = await api.SendAsync("OPTIONS", "/", request =>
        {
            request.Headers.Origin = "https://shop.example";
            request.Headers.AccessControlRequestMethod = "POST";
        });
        var allowed = await api.SendAsync("GET", "/", request => request.Headers.Origin = "https://shop.example");
        var foreign = await api.SendAsync("GET", "/", request => request.Headers.Origin = "https://other.example");

        Assert.Equal(204, preflight.StatusCode);
        Assert.Equal("GET,POST", preflight.Headers.AccessControlAllowMethods);
        Assert.Equal("authorization", preflight.Headers.AccessControlAllowHeaders);
        Assert.Equal("60", preflight.Headers.AccessControlMaxAge);
        Assert.Equal("https://shop.example", allowed.Headers.AccessControlAllowOrigin);
        Assert.Equal("1", allowed.Headers["X-A"]);
        Assert.Equal(0, foreign.Headers.AccessControlAllowOrigin.Count);
    }

    private static string WithoutRequestId(ApiHarness api)
    {
        var id = api.Event.GetProperty("requestContext").GetProperty("requestId").GetString()!;
        Assert.Equal(16, id.Length);
        return System.Text.Encoding.UTF8.GetString(api.Invoker.Events[^1].Span).Replace(id, "ID", StringComparison.Ordinal);
    }
}
