using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>The answer of a Lambda authorizer to an HTTP API, as a policy.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerV2IamResponse
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
    public Dictionary<string, object> Context { get; set; }
}
