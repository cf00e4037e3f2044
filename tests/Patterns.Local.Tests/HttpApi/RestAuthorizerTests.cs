using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Tests.HttpApi;

public sealed class RestAuthorizerTests
{
    private const string Allow = """{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]},"context":{"user":"u","n":1,"ok":true}}""";

    [Fact]
    public async Task A_token_authorizer_gets_the_token_and_the_method()
    {
        var api = Guarded(AuthorizerForm.RestToken);
        api.Invoker.ReplyOf("authorizer", Allow);

        Assert.Equal(200, (await SendAsync(api)).StatusCode);

        Assert.Equal(
            """{"type":"TOKEN","authorizationToken":"t","methodArn":"arn:aws:execute-api:eu-west-1:111122223333:abc/live/GET/a"}""",
            System.Text.Encoding.UTF8.GetString(api.Invoker.OtherEvents[0].Span));
    }

    [Fact]
    public async Task A_request_authorizer_gets_the_request()
    {
        var api = Guarded(AuthorizerForm.RestRequest);
        api.Invoker.ReplyOf("authorizer", Allow);

        Assert.Equal(200, (await SendAsync(api, "/live/b/7")).StatusCode);

        var asked = JsonElement.Parse(api.Invoker.OtherEvents[0].Span);
        Assert.Equal("REQUEST", asked.GetProperty("type").GetString());
        Assert.Equal("/b/{id}", asked.GetProperty("resource").GetString());
        Assert.Equal("/b/7", asked.GetProperty("path").GetString());
        Assert.Equal("t", asked.GetProperty("headers").GetProperty("Authorization").GetString());
        Assert.Equal("live", asked.GetProperty("requestContext").GetProperty("stage").GetString());
        Assert.False(asked.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task The_context_reaches_the_function_as_text()
    {
        var api = Guarded(AuthorizerForm.RestToken);
        api.Invoker.ReplyOf("authorizer", Allow);

        await SendAsync(api);

        Assert.Equal(
            """{"user":"u","n":"1","ok":"true","principalId":"me","integrationLatency":0}""",
            api.Event.GetProperty("requestContext").GetProperty("authorizer").GetRawText());
    }

    [Theory]
    [InlineData("""{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Deny","Resource":"*"}]}}""", 403, """{"Message":"User is not authorized to access this resource with an explicit deny"}""")]
    [InlineData("""{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*/POST/a"}]}}""", 403, """{"Message":"User is not authorized to access this resource"}""")]
    [InlineData("""{"policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]}}""", 500, """{"message":null}""")]
    [InlineData("""{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*","Condition":{}}]}}""", 500, """{"message":null}""")]
    [InlineData("""{"principalId":"p","policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]},"context":{"a":[1]}}""", 500, """{"message":null}""")]
    [InlineData("true", 500, """{"message":null}""")]
    public async Task Who_is_not_admitted_gets_the_answer_of_the_service(string answer, int status, string body)
    {
        var api = Guarded(AuthorizerForm.RestToken);
        api.Invoker.ReplyOf("authorizer", answer);

        var response = await SendAsync(api);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, ApiHarness.BodyOf(response));
        Assert.Empty(api.Invoker.Events);
    }

    [Fact]
    public async Task A_token_of_the_wrong_form_is_refused_without_asking()
    {
        var api = Guarded(AuthorizerForm.RestToken, validation: "^(?:Bearer .*)$");
        api.Invoker.ReplyOf("authorizer", Allow);

        Assert.Equal(401, (await SendAsync(api)).StatusCode);
        Assert.Equal(200, (await SendAsync(api, token: "Bearer t")).StatusCode);
        Assert.Single(api.Invoker.OtherEvents);
    }

    [Theory]
    [InlineData(nameof(AuthorizerForm.RestToken), 0, 401)]
    [InlineData(nameof(AuthorizerForm.RestRequest), 300, 401)]
    [InlineData(nameof(AuthorizerForm.RestRequest), 0, 200)]
    public async Task A_request_authorizer_that_keeps_nothing_is_asked_without_an_identity(string form, int seconds, int status)
    {
        var api = Guarded(Enum.Parse<AuthorizerForm>(form), seconds);
        api.Invoker.ReplyOf("authorizer", Allow);

        Assert.Equal(status, (await api.SendAsync("GET", "/live/a")).StatusCode);
    }

    [Fact]
    public async Task A_kept_policy_is_asked_again_for_each_method_until_its_time_is_over()
    {
        var api = Guarded(AuthorizerForm.RestToken, seconds: 300);
        api.Invoker.ReplyOf("authorizer", """{"principalId":"p","policyDocument":{"Statement":{"Action":"execute-api:Invoke","Effect":"Allow","Resource":["arn:aws:execute-api:eu-west-1:111122223333:abc/live/GET/a"]}}}""");

        Assert.Equal(200, (await SendAsync(api)).StatusCode);
        Assert.Equal(403, (await SendAsync(api, "/live/b/1")).StatusCode);
        Assert.Single(api.Invoker.OtherEvents);
        api.Clock.Advance(TimeSpan.FromSeconds(300));
        Assert.Equal(200, (await SendAsync(api)).StatusCode);
        Assert.Equal(2, api.Invoker.OtherEvents.Count);
    }

    [Fact]
    public async Task Half_a_character_in_a_kept_answer_does_not_break_the_requests_of_its_identity()
    {
        var api = Guarded(AuthorizerForm.RestToken, seconds: 300);
        api.Invoker.ReplyOf("authorizer", """{"principalId":"\ud800","policyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]},"context":{"user":"\udc00"}}""");

        Assert.Equal(200, (await SendAsync(api)).StatusCode);
        Assert.Equal(200, (await SendAsync(api)).StatusCode);

        var authorizer = api.Event.GetProperty("requestContext").GetProperty("authorizer");
        Assert.Equal(("\ufffd", "\ufffd"), (authorizer.GetProperty("principalId").GetString(), authorizer.GetProperty("user").GetString()));
    }

    [Theory]
    [InlineData("/live/a", 403)]
    [InlineData("/live/a/", 403)]
    [InlineData("/live/a//", 403)]
    [InlineData("/live/b/1/", 200)]
    public async Task A_slash_at_the_end_does_not_slip_past_a_policy(string path, int status)
    {
        var api = Guarded(AuthorizerForm.RestToken, seconds: 300);
        api.Invoker.ReplyOf("authorizer", """{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"},{"Action":"execute-api:Invoke","Effect":"Deny","Resource":"*/GET/a"}]}}""");

        Assert.Equal(status, (await SendAsync(api, path)).StatusCode);
        Assert.Equal(status, (await SendAsync(api, path)).StatusCode);
        Assert.Single(api.Invoker.OtherEvents);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*a*b*", "xaxbx", true)]
    [InlineData("*a*b", "xaxbx", false)]
    [InlineData("", "x", false)]
    public void Stars_and_question_marks_stand_for_text(string pattern, string text, bool matches) => Assert.Equal(matches, WildcardText.Matches(pattern, text));

    private static Task<HttpResponse> SendAsync(ApiHarness api, string path = "/live/a", string token = "t") =>
        api.SendAsync("GET", path, request => request.Headers.Authorization = token);

    private static ApiHarness Guarded(AuthorizerForm form, int seconds = 0, string? validation = null)
    {
        IAuthorizer? one = null;
        ApiRoute Guard(ApiHarness harness, ApiRoute route) => route with
        {
            Authorizer = one ??= harness.Authorizer(new LambdaAuthorizerSettings("authorizer", form)
            {
                Identity = [IdentitySource.Parse("method.request.header.Authorization")],
                CacheTime = TimeSpan.FromSeconds(seconds),
                Validation = validation is null ? null : new Regex(validation, RegexOptions.None, TimeSpan.FromSeconds(1)),
            }),
        };
        return ApiHarness.Rest(Guard, ["GET /a", "GET /b/{id}"]);
    }
}
