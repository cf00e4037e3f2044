using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>The answer of a Lambda authorizer to an HTTP API, as yes or no.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerV2SimpleResponse
{
    /// <summary>Whether the caller may go on.</summary>
    [DataMember(Name = "isAuthorized")]
    [JsonPropertyName("isAuthorized")]
    public bool IsAuthorized { get; set; }

    /// <summary>Values for the integration.</summary>
    [DataMember(Name = "context")]
    [JsonPropertyName("context")]
    public Dictionary<string, object> Context { get; set; }
}
