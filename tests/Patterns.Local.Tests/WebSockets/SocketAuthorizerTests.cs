using Microsoft.AspNetCore.Http;
using Patterns.Local.WebSockets;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.Tests.WebSockets;

public sealed class SocketAuthorizerTests
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:111122223333:abc/live/$connect";

    private static readonly SocketAuthorizer s_authorizer = With("route.request.querystring.token");

    [Fact]
    public async Task The_authorizer_sees_the_request_and_its_context_reaches_every_event()
    {
        var api = new SocketHarness(authorizer: s_authorizer);
        api.Invoker.Answer("authorizer", Policy("Allow", Arn, """{"team":"red","level":7,"admin":true}"""));

        var client = await api.ConnectAsync(WithToken);
        await client.SendAsync("""{"action":"say"}""");
        await client.CloseAsync();

        var asked = Assert.Single(api.Invoker.EventsOf("authorizer"));
        Assert.Equal("REQUEST", asked.GetProperty("type").GetString());
        Assert.Equal(Arn, asked.GetProperty("methodArn").GetString());
        Assert.Equal("t", asked.GetProperty("queryStringParameters").GetProperty("token").GetString());
        Assert.Equal("$connect", asked.GetProperty("requestContext").GetProperty("routeKey").GetString());
        foreach (var function in (string[])["$connect", "say", "$disconnect"])
        {
            var context = Assert.Single(api.Invoker.EventsOf(function)).GetProperty("requestContext").GetProperty("authorizer");
            Assert.Equal("""{"principalId":"ann","team":"red","level":"7","admin":"true"}""", context.GetRawText());
        }
    }

    [Theory]
    [InlineData("Root=1-2-3")]
    [InlineData(null)]
    public async Task Authorizer_and_connect_belong_to_the_trace_of_the_request(string? sent)
    {
        var api = new SocketHarness(authorizer: s_authorizer);
        api.Invoker.Answer("authorizer", Policy("Allow", Arn));

        await api.ConnectAsync(request =>
        {
            WithToken(request);
            request.Headers["X-Amzn-Trace-Id"] = sent;
        });

        var trace = api.Invoker.Options["$connect"].TraceId;
        Assert.Matches(sent ?? "^Root=1-695[0-9a-f]{5}-[0-9a-f]{24}$", trace);
        foreach (var function in (string[])["authorizer", "$connect"])
        {
            Assert.Equal(trace, api.Invoker.Options[function].TraceId);
            Assert.Equal(trace, Assert.Single(api.Invoker.EventsOf(function)).GetProperty("headers").GetProperty("X-Amzn-Trace-Id").GetString());
        }
    }

    [Theory]
    [InlineData("Deny", Arn, false)]
    [InlineData("Allow", "arn:aws:execute-api:eu-west-1:111122223333:other/*", false)]
    [InlineData("Allow", "arn:aws:execute-api:eu-west-1:111122223333:abc/*/$connect", true)]
    [InlineData("Allow", "*", true)]
    public async Task The_policy_decides(string effect, string resource, bool isAdmitted)
    {
        var api = new SocketHarness(authorizer: s_authorizer);
        api.Invoker.Answer("authorizer", Policy(effect, resource));

        var client = await api.ConnectAsync(WithToken);

        Assert.Equal(!isAdmitted, client.Ended.IsCompleted);
        Assert.Equal(isAdmitted ? 200 : 403, client.Response.StatusCode);
    }

    [Theory]
    [InlineData("""{"errorMessage":"Unauthorized"}""", "Unhandled", 401)]
    [InlineData("""{"errorMessage":"broken"}""", "Unhandled", 500)]
    [InlineData("{}", null, 500)]
    [InlineData("nonsense", null, 500)]
    [InlineData("""{"principalId":"a","policyDocument":{"Statement":[]},"context":{"a":{}}}""", null, 500)]
    public async Task An_answer_without_a_policy_is_an_error_except_for_one_word(string payload, string? error, int status)
    {
        var api = new SocketHarness(authorizer: s_authorizer);
        api.Invoker.Answer("authorizer", payload, error);

        Assert.Equal(status, await StatusOfRefusalAsync(await api.ConnectAsync(WithToken)));
        Assert.Empty(api.Invoker.EventsOf("$connect"));
    }

    [Fact]
    public async Task Without_its_identity_source_the_authorizer_is_not_asked()
    {
        var api = new SocketHarness(authorizer: s_authorizer);

        Assert.Equal(401, await StatusOfRefusalAsync(await api.ConnectAsync()));
        Assert.Empty(api.Invoker.EventsOf("authorizer"));
    }

    [Theory]
    [InlineData("route.request.header.Authorization", true)]
    [InlineData("route.request.header.X-Other", false)]
    [InlineData("route.request.querystring.token", true)]
    [InlineData("route.request.querystring.other", false)]
    [InlineData("route.request.querystring.user.name", true)]
    [InlineData("stageVariables.tier", true)]
    [InlineData("stageVariables.other", false)]
    public async Task Headers_parameters_and_stage_variables_are_identity_sources(string source, bool isThere)
    {
        var api = new SocketHarness(authorizer: With(source));
        api.Invoker.Answer("authorizer", Policy("Allow", Arn));

        var client = await api.ConnectAsync(request =>
        {
            request.Headers.Authorization = "a";
            request.QueryString = new QueryString("?token=t&other=&user.name=ann");
        });

        Assert.Equal(isThere ? 200 : 401, client.Response.StatusCode);
        Assert.Equal(isThere ? 1 : 0, api.Invoker.EventsOf("authorizer").Count);
    }

    [Theory]
    [InlineData("route.request.querystrings.token")]
    [InlineData("route.request.querystring.")]
    [InlineData("$request.header.Authorization")]
    [InlineData("context.identity.sourceIp")]
    [InlineData("token")]
    [InlineData("")]
    public void What_is_misspelt_is_no_identity_source(string text)
    {
        var exception = Assert.Throws<FormatException>(() => SocketIdentitySource.Parse(text));

        Assert.Equal($"'{text}' is no identity source of a WebSocket API", exception.Message);
    }

    private static SocketAuthorizer With(string source) => new("a", "authorizer", [SocketIdentitySource.Parse(source)]);

    private static void WithToken(HttpRequest request) => request.QueryString = new QueryString("?token=t");

    private static async Task<int> StatusOfRefusalAsync(SocketClient client)
    {
        await client.Ended;
        return client.Response.StatusCode;
    }

    private static string Policy(string effect, string resource, string context = "null") =>
        $$"""{"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"{{effect}}","Resource":["{{resource}}"]}]},"context":{{context}}}""";
}
