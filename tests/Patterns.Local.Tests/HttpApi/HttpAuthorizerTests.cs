using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Tests.HttpApi;

public sealed class HttpAuthorizerTests
{
    private const string Allow = """{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]},"context":{"user":"u","n":1}}""";

    [Fact]
    public async Task A_simple_response_admits_and_its_context_reaches_the_function()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":true,"context":{"user":"u","roles":["a"]}}""");

        Assert.Equal(200, await StatusAsync(api));

        Assert.Equal("""{"user":"u","roles":["a"]}""", api.Event.GetProperty("requestContext").GetProperty("authorizer").GetProperty("lambda").GetRawText());
    }

    [Fact]
    public async Task The_authorizer_gets_the_request_in_format_2()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":true}""");

        await StatusAsync(api, "/b/7");

        var asked = System.Text.Json.JsonElement.Parse(api.Invoker.OtherEvents[0].Span);
        Assert.Equal("2.0", asked.GetProperty("version").GetString());
        Assert.Equal("REQUEST", asked.GetProperty("type").GetString());
        Assert.Equal("arn:aws:execute-api:eu-west-1:111122223333:abc/$default/GET/b/7", asked.GetProperty("routeArn").GetString());
        Assert.Equal("""["t"]""", asked.GetProperty("identitySource").GetRawText());
        Assert.Equal("GET /b/{id}", asked.GetProperty("routeKey").GetString());
        Assert.Equal("t", asked.GetProperty("headers").GetProperty("authorization").GetString());
        Assert.Equal("7", asked.GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.False(asked.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task The_authorizer_gets_the_request_in_format_1()
    {
        var api = Guarded(AuthorizerForm.HttpV1);
        api.Invoker.ReplyOf("authorizer", Allow);

        Assert.Equal(200, await StatusAsync(api));

        var asked = System.Text.Json.JsonElement.Parse(api.Invoker.OtherEvents[0].Span);
        Assert.Equal("1.0", asked.GetProperty("version").GetString());
        Assert.Equal("arn:aws:execute-api:eu-west-1:111122223333:abc/$default/GET/a", asked.GetProperty("methodArn").GetString());
        Assert.Equal("t", asked.GetProperty("authorizationToken").GetString());
        Assert.Equal("t", asked.GetProperty("identitySource").GetString());
    }

    [Theory]
    [InlineData(nameof(AuthorizerForm.HttpV2Simple), """{"isAuthorized":false}""", 403, "Forbidden")]
    [InlineData(nameof(AuthorizerForm.HttpV2Simple), """{"isAuthorized":"true"}""", 500, "Internal Server Error")]
    [InlineData(nameof(AuthorizerForm.HttpV2Simple), Allow, 500, "Internal Server Error")]
    [InlineData(nameof(AuthorizerForm.HttpV2Policy), """{"isAuthorized":true}""", 500, "Internal Server Error")]
    [InlineData(nameof(AuthorizerForm.HttpV2Policy), """{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Deny","Resource":"*"}]}}""", 403, "Forbidden")]
    [InlineData(nameof(AuthorizerForm.HttpV2Policy), """{"principalId":"p","policyDocument":{"Statement":[]}}""", 403, "Forbidden")]
    [InlineData(nameof(AuthorizerForm.HttpV2Policy), "null", 500, "Internal Server Error")]
    [InlineData(nameof(AuthorizerForm.HttpV1), """{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]},"context":{"a":{}}}""", 500, "Internal Server Error")]
    public async Task Who_is_not_admitted_gets_the_answer_of_the_service(string form, string answer, int status, string message)
    {
        var api = Guarded(Enum.Parse<AuthorizerForm>(form));
        api.Invoker.ReplyOf("authorizer", answer);

        var response = await api.SendAsync("GET", "/a", WithToken("t"));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal($$"""{"message":"{{message}}"}""", ApiHarness.BodyOf(response));
        Assert.Empty(api.Invoker.Events);
    }

    [Theory]
    [InlineData("Unauthorized", 401)]
    [InlineData("unauthorized", 500)]
    [InlineData("out of luck", 500)]
    [InlineData("\\ud800", 500)]
    public async Task A_function_that_throws_Unauthorized_means_401(string message, int status)
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.FailureOf("authorizer", message);

        Assert.Equal(status, await StatusAsync(api));
    }

    [Fact]
    public async Task Half_a_character_in_a_context_reaches_the_function_as_the_replacement_character()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":true,"context":{"user":{"\ud800":"\udc00"}}}""");

        Assert.Equal(200, await StatusAsync(api));

        var user = api.Event.GetProperty("requestContext").GetProperty("authorizer").GetProperty("lambda").GetProperty("user");
        Assert.Equal("\ufffd", user.GetProperty("\ufffd").GetString());
    }

    [Fact]
    public async Task A_request_without_its_identity_is_refused_without_asking()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":true}""");

        var response = await api.SendAsync("GET", "/a");

        Assert.Equal(401, response.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", ApiHarness.BodyOf(response));
        Assert.Empty(api.Invoker.OtherEvents);
    }

    [Fact]
    public async Task An_answer_holds_for_the_same_identity_until_its_time_is_over()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple, seconds: 60);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":true}""");

        await StatusAsync(api, "/a", "t");
        await StatusAsync(api, "/b/1", "t");
        Assert.Single(api.Invoker.OtherEvents);
        await StatusAsync(api, "/a", "other");
        Assert.Equal(2, api.Invoker.OtherEvents.Count);
        api.Clock.Advance(TimeSpan.FromSeconds(59));
        await StatusAsync(api, "/a", "t");
        Assert.Equal(2, api.Invoker.OtherEvents.Count);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await StatusAsync(api, "/a", "t");
        Assert.Equal(3, api.Invoker.OtherEvents.Count);
    }

    [Fact]
    public async Task A_kept_policy_is_asked_again_for_each_method()
    {
        var api = Guarded(AuthorizerForm.HttpV2Policy, seconds: 60);
        api.Invoker.ReplyOf("authorizer", """{"principalId":"p","policyDocument":{"Statement":[{"Action":["execute-api:Invoke"],"Effect":"Allow","Resource":"arn:aws:execute-api:*:*:abc/*/GET/a"}]}}""");

        Assert.Equal(200, await StatusAsync(api, "/a"));
        Assert.Equal(403, await StatusAsync(api, "/b/1"));
        Assert.Single(api.Invoker.OtherEvents);
    }

    [Fact]
    public async Task A_kept_no_is_an_answer_too()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple, seconds: 60);
        api.Invoker.ReplyOf("authorizer", """{"isAuthorized":false}""");

        Assert.Equal(403, await StatusAsync(api));
        Assert.Equal(403, await StatusAsync(api));
        Assert.Single(api.Invoker.OtherEvents);
    }

    [Fact]
    public async Task An_authorizer_that_does_not_answer_is_not_waited_for()
    {
        var api = Guarded(AuthorizerForm.HttpV2Simple);
        api.Invoker.NoReplyOf("authorizer");
        var sending = StatusAsync(api);

        api.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(500, await sending);
    }

    private static Action<HttpRequest> WithToken(string token) => request => request.Headers.Authorization = token;

    private static async Task<int> StatusAsync(ApiHarness api, string path = "/a", string token = "t") =>
        (await api.SendAsync("GET", path, WithToken(token))).StatusCode;

    private static ApiHarness Guarded(AuthorizerForm form, int seconds = 0)
    {
        IAuthorizer? one = null;
        return ApiHarness.Http(
            (harness, route) => route with
            {
                Authorizer = one ??= harness.Authorizer(new LambdaAuthorizerSettings("authorizer", form)
                {
                    Identity = [IdentitySource.Parse("$request.header.Authorization")],
                    CacheTime = TimeSpan.FromSeconds(seconds),
                }),
            },
            "GET /a",
            "GET /b/{id}");
    }
}
