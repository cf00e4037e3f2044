using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.HttpApi;

public sealed class FunctionUrlTests
{
    [Theory]
    [InlineData("""{"statusCode":"many"}""", null)]
    [InlineData("""{"statusCode":200,"headers":[]}""", null)]
    [InlineData("""{"statusCode":200,"body":1}""", null)]
    [InlineData("""{"errorMessage":"x"}""", InvocationResult.Unhandled)]
    public async Task A_function_that_fails_or_replies_in_another_form_is_a_bad_gateway(string payload, string? error)
    {
        var api = ApiHarness.Url();
        api.Invoker.Result = Task.FromResult(new InvocationResult("r", System.Text.Encoding.UTF8.GetBytes(payload), error));

        var response = await api.SendAsync("GET", "/");

        Assert.Equal((502, "Internal Server Error"), (response.StatusCode, ApiHarness.BodyOf(response)));
    }

    [Fact]
    public async Task A_request_above_6_megabytes_is_refused()
    {
        var api = ApiHarness.Url();

        var fits = await api.SendAsync("POST", "/", body: new string('x', 6 * 1024 * 1024));
        var refused = await api.SendAsync("POST", "/", body: new string('x', (6 * 1024 * 1024) + 1));

        Assert.Equal(200, fits.StatusCode);
        AssertTooLarge(refused);
        Assert.Single(api.Invoker.Events);
    }

    [Fact]
    public async Task An_event_that_is_larger_than_functions_take_is_refused_in_the_same_words()
    {
        var api = ApiHarness.Url();
        api.Invoker.Refusal = new AwsException("RequestTooLargeException", "too large", StatusCodes.Status413PayloadTooLarge);

        AssertTooLarge(await api.SendAsync("POST", "/", body: "x"));
    }

    [Fact]
    public async Task A_function_without_a_free_place_is_throttled()
    {
        var api = ApiHarness.Url();
        api.Invoker.Refusal = new AwsException("TooManyRequestsException", "Rate Exceeded.", StatusCodes.Status429TooManyRequests);

        var response = await api.SendAsync("GET", "/");

        Assert.Equal((429, "TooManyRequestsException"), (response.StatusCode, response.Headers["x-amzn-ErrorType"].ToString()));
    }

    [Fact]
    public async Task The_service_answers_preflights_and_replaces_what_the_function_says_about_origins()
    {
        var api = ApiHarness.Url(new CorsRules { Origins = ["https://shop.example"], Methods = ["POST"], AllowsCredentials = true, ExposedHeaders = ["x-a"] });
        api.Invoker.Reply("""{"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*"}}""");

        var preflight = await api.SendAsync("OPTIONS", "/", request =>
        {
            request.Headers.Origin = "https://shop.example";
            request.Headers.AccessControlRequestMethod = "POST";
        });
        var allowed = await api.SendAsync("POST", "/", request => request.Headers.Origin = "https://shop.example");
        var foreign = await api.SendAsync("POST", "/", request => request.Headers.Origin = "https://other.example");

        Assert.Equal((204, "POST"), (preflight.StatusCode, preflight.Headers.AccessControlAllowMethods.ToString()));
        Assert.Equal("https://shop.example", allowed.Headers.AccessControlAllowOrigin);
        Assert.Equal(("true", "x-a"), (allowed.Headers.AccessControlAllowCredentials.ToString(), allowed.Headers.AccessControlExposeHeaders.ToString()));
        Assert.Equal((200, 0), (foreign.StatusCode, foreign.Headers.AccessControlAllowOrigin.Count));
        Assert.Equal(2, api.Invoker.Events.Count);
    }

    private static void AssertTooLarge(HttpResponse response)
    {
        Assert.Equal(413, response.StatusCode);
        Assert.Equal("""{"Message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"}""", ApiHarness.BodyOf(response));
    }
}
