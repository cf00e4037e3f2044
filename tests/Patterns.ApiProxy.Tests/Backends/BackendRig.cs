using System.Text;
using System.Text.Json.Nodes;
using Patterns.Backends;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>A backend with a contract of a test.</summary>
internal sealed class BackendRig(BackendContract contract, BackendOptions? options = null) : BackendHandler(contract, options)
{
    public FakeLambdaLogger Log { get; private set; } = new();

    /// <summary>Asks as a user whom a JWT authorizer knows.</summary>
    public Task<FakeReply> AskAsync(string path, string method = "GET", string? body = null, Dictionary<string, string>? headers = null, string? user = "ann") =>
        AskAsync(path, user is null ? null : Jwt(user), method, body, headers);

    public async Task<FakeReply> AskAsync(string path, JsonObject? authorizer, string method = "GET", string? body = null, Dictionary<string, string>? headers = null)
    {
        var context = new FakeLambdaContext();
        Log = context.Log;
        return ApiEvents.Reply(await FunctionHandler(Event(path, authorizer, method, body, headers), context));
    }

    public static JsonObject Jwt(string user) => new() { ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = user } } };

    public static MemoryStream Event(string path, JsonObject? authorizer, string method = "GET", string? body = null, Dictionary<string, string>? headers = null, string query = "")
    {
        var context = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["path"] = path }, ["requestId"] = "r-1", ["stage"] = "$default" };
        if (authorizer is not null)
        {
            context["authorizer"] = authorizer;
        }

        headers ??= new() { ["content-type"] = "application/json" };
        return new MemoryStream(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = path,
            ["rawQueryString"] = query,
            ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["requestContext"] = context,
            ["body"] = body,
            ["isBase64Encoded"] = false,
        }.ToJsonString()));
    }
}
