using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>The answer of a Lambda authorizer to a REST or WebSocket API.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerResponse
{
    /// <summary>Who calls.</summary>
    [DataMember(Name = "principalId")]
    [JsonPropertyName("principalId")]
    public string PrincipalID { get; set; }

    /// <summary>What the caller may do.</summary>
    [DataMember(Name = "policyDocument")]
    [JsonPropertyName("policyDocument")]
    public APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; } = new();

    /// <summary>Values for the integration.</summary>
    [DataMember(Name = "context")]
    [JsonPropertyName("context")]
    public APIGatewayCustomAuthorizerContextOutput Context { get; set; }

    /// <summary>The API key for the usage plan.</summary>
    [DataMember(Name = "usageIdentifierKey")]
    [JsonPropertyName("usageIdentifierKey")]
    public string UsageIdentifierKey { get; set; }
}
