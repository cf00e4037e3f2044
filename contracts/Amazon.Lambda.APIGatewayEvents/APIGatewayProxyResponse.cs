using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>The response to an <see cref="APIGatewayProxyRequest"/>.</summary>
[DataContract]
public class APIGatewayProxyResponse
{
    /// <summary>The HTTP status.</summary>
    [DataMember(Name = "statusCode")]
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    /// <summary>Headers with one value.</summary>
    [DataMember(Name = "headers")]
    [JsonPropertyName("headers")]
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>Headers with several values; they win over <see cref="Headers"/>.</summary>
    [DataMember(Name = "multiValueHeaders")]
    [JsonPropertyName("multiValueHeaders")]
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    /// <summary>The body.</summary>
    [DataMember(Name = "body")]
    [JsonPropertyName("body")]
    public string Body { get; set; }

    /// <summary>Whether the body is base64 of binary data.</summary>
    [DataMember(Name = "isBase64Encoded")]
    [JsonPropertyName("isBase64Encoded")]
    public bool IsBase64Encoded { get; set; }
}
