using System.Text;
using System.Text.Json;

namespace Fixtures.Plain;

/// <summary>Authorizers that admit whoever sends the token <c>right</c>.</summary>
public sealed class Gate
{
    public Stream Simple(Stream request)
    {
        using var json = JsonDocument.Parse(request);
        return Text($$$"""{"isAuthorized":{{{(IsRight(json.RootElement.GetProperty("identitySource")[0]) ? "true" : "false")}}},"context":{"kind":"simple"}}""");
    }

    public Stream Policy(Stream request)
    {
        using var json = JsonDocument.Parse(request);
        var effect = IsRight(json.RootElement.GetProperty("authorizationToken")) ? "Allow" : "Deny";
        return Text($$$"""{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"{{{effect}}}","Resource":"*"}]},"context":{"kind":"policy"}}""");
    }

    private static bool IsRight(JsonElement token) => token.GetString() == "right";

    private static MemoryStream Text(string json) => new(Encoding.UTF8.GetBytes(json));
}
