using System.Globalization;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What the authorizer of a request returned, by name.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> _claims;

    /// <summary>The value of <c>principalId</c>.</summary>
    [Obsolete("Use the indexer with \"principalId\".")]
    public string PrincipalId
    {
        get => Text("principalId");
        set => this["principalId"] = value;
    }

    /// <summary>The value of <c>stringKey</c>.</summary>
    [Obsolete("Use the indexer with \"stringKey\".")]
    public string StringKey
    {
        get => Text("stringKey");
        set => this["stringKey"] = value;
    }

    /// <summary>The value of <c>numKey</c>.</summary>
    [Obsolete("Use the indexer with \"numKey\".")]
    public int? NumKey
    {
        get => int.TryParse(Text("numKey"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
        set => this["numKey"] = value;
    }

    /// <summary>The value of <c>boolKey</c>.</summary>
    [Obsolete("Use the indexer with \"boolKey\".")]
    public bool? BoolKey
    {
        get => bool.TryParse(Text("boolKey"), out var flag) ? flag : null;
        set => this["boolKey"] = value;
    }

    /// <summary>The claims that are texts, with a Cognito user pool; otherwise empty.</summary>
    public Dictionary<string, string> Claims
    {
        get => _claims ??= ReadClaims();
        set => _claims = value;
    }

    private string Text(string name) => TryGetValue(name, out var value) ? value?.ToString() : null;

    private Dictionary<string, string> ReadClaims()
    {
        var claims = new Dictionary<string, string>();
        if (!TryGetValue("claims", out var value) || value is not JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            return claims;
        }

        foreach (var claim in json.EnumerateObject())
        {
            if (claim.Value.ValueKind == JsonValueKind.String)
            {
                claims[claim.Name] = claim.Value.GetString();
            }
        }

        return claims;
    }
}
