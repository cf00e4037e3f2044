using System.Globalization;
using System.Runtime.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>Values that an authorizer hands to the integration, by name.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerContextOutput : Dictionary<string, object>
{
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

    private string Text(string name) => TryGetValue(name, out var value) ? value?.ToString() : null;
}
