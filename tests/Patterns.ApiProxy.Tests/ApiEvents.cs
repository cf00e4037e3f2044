using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.ApiProxy.Tests;

/// <summary>Events of APIs, and what comes back.</summary>
internal static class ApiEvents
{
    public static MemoryStream HttpApi(
        string method,
        string path,
        string? body = null,
        Dictionary<string, string>? headers = null,
        string query = "",
        DateTimeOffset? receivedAt = null,
        string? principal = null)
    {
        var context = new JsonObject
        {
            ["http"] = new JsonObject { ["method"] = method, ["path"] = path },
            ["requestId"] = "r-1",
            ["stage"] = "$default",
        };
        if (receivedAt is { } moment)
        {
            context["timeEpoch"] = moment.ToUnixTimeMilliseconds();
        }

        if (principal is not null)
        {
            context["authorizer"] = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = principal } } };
        }

        return Stream(new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = path,
            ["rawQueryString"] = query,
            ["headers"] = Headers(headers ?? new() { ["content-type"] = "application/json" }),
            ["requestContext"] = context,
            ["body"] = body,
            ["isBase64Encoded"] = false,
        });
    }

    public static MemoryStream RestApi(string method, string path, byte[] body, string contentType) => Stream(new JsonObject
    {
        ["resource"] = "/{proxy+}",
        ["path"] = path,
        ["httpMethod"] = method,
        ["headers"] = new JsonObject { ["Content-Type"] = contentType },
        ["multiValueHeaders"] = new JsonObject { ["Content-Type"] = new JsonArray(contentType), ["Accept-Language"] = new JsonArray("de", "en") },
        ["multiValueQueryStringParameters"] = new JsonObject { ["a"] = new JsonArray("1", "2") },
        ["requestContext"] = new JsonObject { ["requestId"] = "r-2", ["authorizer"] = new JsonObject { ["principalId"] = "p" } },
        ["body"] = Convert.ToBase64String(body),
        ["isBase64Encoded"] = true,
    });

    public static FakeReply Reply(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var body = root.GetProperty("body").GetString()!;
        return new FakeReply(
            root.GetProperty("statusCode").GetInt32(),
            root.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
            root.GetProperty("isBase64Encoded").GetBoolean() ? Encoding.Latin1.GetString(Convert.FromBase64String(body)) : body);
    }

    private static JsonObject Headers(Dictionary<string, string> headers) => new(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value)));

    private static MemoryStream Stream(JsonObject root) => new(Encoding.UTF8.GetBytes(root.ToJsonString()));
}
