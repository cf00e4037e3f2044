using System.Text;
using System.Text.Json;

namespace Fixtures.Plain;

/// <summary>Answers the events of a WebSocket API.</summary>
public sealed class Sockets
{
    /// <summary>Returns the route and the message; fails for the message <c>fail</c>.</summary>
    public Stream Route(Stream input)
    {
        using var json = JsonDocument.Parse(input);
        var context = json.RootElement.GetProperty("requestContext");
        var body = json.RootElement.TryGetProperty("body", out var message) ? message.GetString() : "";
        if (body == "fail")
        {
            throw new InvalidOperationException("as asked");
        }

        var reply = $"{context.GetProperty("routeKey").GetString()} {body} {context.GetProperty("connectionId").GetString()}";
        return new MemoryStream(Encoding.UTF8.GetBytes($$"""{"statusCode":200,"body":{{JsonSerializer.Serialize(reply)}}}"""));
    }

    /// <summary>Lets in who has the token <c>good</c>.</summary>
    public Stream Authorize(Stream input)
    {
        using var json = JsonDocument.Parse(input);
        var effect = json.RootElement.GetProperty("queryStringParameters").GetProperty("token").GetString() == "good" ? "Allow" : "Deny";
        var arn = json.RootElement.GetProperty("methodArn").GetString();
        return new MemoryStream(Encoding.UTF8.GetBytes(
            $$$"""{"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"{{{effect}}}","Resource":"{{{arn}}}"}]}}"""));
    }
}
