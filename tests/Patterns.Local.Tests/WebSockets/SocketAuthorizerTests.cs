using Microsoft.AspNetCore.Http;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Tests.WebSockets;

public sealed class SocketAuthorizerTests
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:111122223333:abc/live/$connect";

    private static readonly SocketAuthorizer s_authorizer = new("a", "authorizer", ["route.request.querystring.token"]);

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

    private static void WithToken(HttpRequest request) => request.QueryString = new QueryString("?token=t");

    private static async Task<int> StatusOfRefusalAsync(SocketClient client)
    {
        await client.Ended;
        return client.Response.StatusCode;
    }

    private static string Policy(string effect, string resource, string context = "null") =>
        $$"""{"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"{{effect}}","Resource":["{{resource}}"]}]},"context":{{context}}}""";
}
