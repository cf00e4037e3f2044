using Patterns.Local.Functions;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

public sealed class RestApiTests
{
    private static readonly string[] s_keys = ["ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog", "ANY /pets/{id}/toys", "GET /pets/{id}/toys", "POST /"];

    [Theory]
    [InlineData("GET", "/pets/dog", "GET /pets/dog")]
    [InlineData("GET", "/pets/dog/", "GET /pets/dog")]
    [InlineData("POST", "/pets/dog", null)]
    [InlineData("GET", "/pets/cat", "GET /pets/{proxy+}")]
    [InlineData("GET", "/pets/7/toys", "GET /pets/{id}/toys")]
    [InlineData("PUT", "/pets/7/toys", "ANY /pets/{id}/toys")]
    [InlineData("DELETE", "/other/x", "ANY /{proxy+}")]
    [InlineData("POST", "/", "POST /")]
    [InlineData("GET", "/", null)]
    public void The_resource_is_found_first_and_must_have_the_method(string method, string path, string? key)
    {
        foreach (var keys in new[] { s_keys, [.. s_keys.Reverse()] })
        {
            var table = new RouteTable(RouteOrder.Resources);
            foreach (var text in keys)
            {
                table.TryAdd(new ApiRoute(RouteKey.Parse(text), HttpApiIntegration.None));
            }

            Assert.Equal(key, table.Find(method, path)?.Route.Key.Text);
        }
    }

    [Fact]
    public async Task The_event_has_the_path_without_the_stage_and_no_version()
    {
        var api = ApiHarness.Rest("GET /orders/{id}");

        var response = await api.SendAsync("GET", "/live/orders/7", request => request.Headers["X-Many"] = new(["1", "2"]));

        Assert.False(api.Event.TryGetProperty("version", out _));
        Assert.Equal("/orders/{id}", api.Event.GetProperty("resource").GetString());
        Assert.Equal("/orders/7", api.Event.GetProperty("path").GetString());
        Assert.Equal("2", api.Event.GetProperty("headers").GetProperty("X-Many").GetString());
        var context = api.Event.GetProperty("requestContext");
        Assert.Equal("/live/orders/7", context.GetProperty("path").GetString());
        Assert.Equal("live", context.GetProperty("stage").GetString());
        Assert.Equal(response.Headers["x-amzn-RequestId"], context.GetProperty("requestId").GetString());
        Assert.Equal(response.Headers["x-amz-apigw-id"], context.GetProperty("extendedRequestId").GetString());
    }

    [Fact]
    public async Task Headers_above_10_kilobytes_are_refused()
    {
        var api = ApiHarness.Rest("GET /orders");

        var fits = await api.SendAsync("GET", "/live/orders", request => request.Headers["X-A"] = new string('x', 10_240 - 3));
        var response = await api.SendAsync("GET", "/live/orders", request => request.Headers["X-A"] = new string('x', 10_240 - 2));

        Assert.Equal(200, fits.StatusCode);
        Assert.Equal((431, """{"message":"Request Header Fields Too Large"}"""), (response.StatusCode, ApiHarness.BodyOf(response)));
        Assert.Single(api.Invoker.Events);
    }

    [Theory]
    [InlineData("/live/other", "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""")]
    [InlineData("/live", "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""")]
    [InlineData("/test/orders", "ForbiddenException", """{"message":"Forbidden"}""")]
    [InlineData("/", "ForbiddenException", """{"message":"Forbidden"}""")]
    public async Task A_request_without_a_method_or_a_stage_is_forbidden(string path, string error, string body)
    {
        var response = await ApiHarness.Rest("GET /orders").SendAsync("GET", path);

        Assert.Equal(403, response.StatusCode);
        Assert.Equal(error, response.Headers["x-amzn-ErrorType"]);
        Assert.Equal(body, ApiHarness.BodyOf(response));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"statusCode":200,"body":1}""")]
    [InlineData("""{"statusCode":"x"}""")]
    public async Task A_reply_of_another_form_is_a_bad_gateway(string reply)
    {
        var api = ApiHarness.Rest("GET /a");
        api.Invoker.Reply(reply);

        var response = await api.SendAsync("GET", "/live/a");

        Assert.Equal(502, response.StatusCode);
        Assert.Equal("""{"message": "Internal server error"}""", ApiHarness.BodyOf(response));
    }

    [Fact]
    public async Task A_failed_function_is_a_bad_gateway()
    {
        var api = ApiHarness.Rest("GET /a");
        api.Invoker.Result = Task.FromResult(new InvocationResult("r", "{}"u8.ToArray(), InvocationResult.Unhandled));

        Assert.Equal(502, (await api.SendAsync("GET", "/live/a")).StatusCode);
    }

    [Theory]
    [InlineData(429, 500)]
    [InlineData(413, 413)]
    [InlineData(404, 502)]
    public async Task A_refused_invocation_has_the_answer_of_the_service(int refusal, int status)
    {
        var api = ApiHarness.Rest("GET /a");
        api.Invoker.Refusal = new AwsException("Some", "some", refusal);

        Assert.Equal(status, (await api.SendAsync("GET", "/live/a")).StatusCode);
    }

    [Fact]
    public async Task After_29_seconds_the_client_gets_a_timeout_and_the_function_goes_on()
    {
        var api = ApiHarness.Rest("GET /a");
        var result = new TaskCompletionSource<InvocationResult>();
        api.Invoker.Result = result.Task;
        var sending = api.SendAsync("GET", "/live/a");

        api.Clock.Advance(TimeSpan.FromSeconds(28.9));
        Assert.False(sending.IsCompleted);
        api.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var response = await sending;
        Assert.Equal(504, response.StatusCode);
        Assert.Equal("""{"message": "Endpoint request timed out"}""", ApiHarness.BodyOf(response));
        Assert.False(result.Task.IsCompleted);
    }

    [Fact]
    public async Task A_body_above_10_megabytes_is_refused()
    {
        var api = ApiHarness.Rest("POST /a");

        var response = await api.SendAsync("POST", "/live/a", body: new string('x', (10 * 1024 * 1024) + 1));

        Assert.Equal(413, response.StatusCode);
        Assert.Equal("""{"message":"HTTP content length exceeded 10485760 bytes."}""", ApiHarness.BodyOf(response));
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("IMAGE/PNG; x=1", true)]
    [InlineData("application/octet-stream", false)]
    [InlineData(null, false)]
    public async Task Only_bodies_of_a_binary_media_type_are_in_base64(string? type, bool isEncoded)
    {
        var api = ApiHarness.Rest((_, route) => route, ["POST /a"], "image/png");

        await api.SendAsync("POST", "/live/a", request => request.ContentType = type, "a=1");

        Assert.Equal(isEncoded, api.Event.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(isEncoded ? "YT0x" : "a=1", api.Event.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("image/png", "image/png, */*", "a=1")]
    [InlineData("image/png", "*/*", "YT0x")]
    [InlineData("image/png", null, "YT0x")]
    [InlineData("*/*", null, "a=1")]
    public async Task A_reply_in_base64_is_decoded_where_the_client_accepts_a_binary_type(string binary, string? accept, string body)
    {
        var api = ApiHarness.Rest((_, route) => route, ["GET /a"], binary);
        api.Invoker.Reply("""{"statusCode":200,"body":"YT0x","isBase64Encoded":true}""");

        Assert.Equal(body, ApiHarness.BodyOf(await api.SendAsync("GET", "/live/a", request => request.Headers.Accept = accept)));
    }
}
