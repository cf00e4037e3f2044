using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>An IAM policy.</summary>
public class APIGatewayCustomAuthorizerPolicy
{
    /// <summary>The version of the policy language.</summary>
    [JsonPropertyName("Version")]
    public string Version { get; set; } = "2012-10-17";

    /// <summary>The statements.</summary>
    [JsonPropertyName("Statement")]
    public List<IAMPolicyStatement> Statement { get; set; } = [];

    /// <summary>What is allowed or denied.</summary>
    public class IAMPolicyStatement
    {
        /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
        [JsonPropertyName("Effect")]
        public string Effect { get; set; } = "Allow";

        /// <summary>The actions.</summary>
        [JsonPropertyName("Action")]
        public HashSet<string> Action { get; set; }

        /// <summary>The resources.</summary>
        [JsonPropertyName("Resource")]
        public HashSet<string> Resource { get; set; }

        /// <summary>All but these resources.</summary>
        [JsonPropertyName("NotResource")]
        public HashSet<string> NotResource { get; set; }

        /// <summary>Conditions by operator and key.</summary>
        [JsonPropertyName("Condition")]
        public IDictionary<string, IDictionary<string, object>> Condition { get; set; }
    }
}
