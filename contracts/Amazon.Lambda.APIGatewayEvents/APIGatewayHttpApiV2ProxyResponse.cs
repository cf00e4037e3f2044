using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>The response to an <see cref="APIGatewayHttpApiV2ProxyRequest"/>.</summary>
[DataContract]
public class APIGatewayHttpApiV2ProxyResponse
{
    /// <summary>The HTTP status.</summary>
    [DataMember(Name = "statusCode")]
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    /// <summary>The headers; several values are joined by commas.</summary>
    [DataMember(Name = "headers")]
    [JsonPropertyName("headers")]
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>What becomes <c>Set-Cookie</c> headers.</summary>
    [DataMember(Name = "cookies")]
    [JsonPropertyName("cookies")]
    public string[] Cookies { get; set; }

    /// <summary>The body.</summary>
    [DataMember(Name = "body")]
    [JsonPropertyName("body")]
    public string Body { get; set; }

    /// <summary>Whether the body is base64 of binary data.</summary>
    [DataMember(Name = "isBase64Encoded")]
    [JsonPropertyName("isBase64Encoded")]
    public bool IsBase64Encoded { get; set; }

    /// <summary>Sets a header, or adds to it.</summary>
    public void SetHeaderValues(string headerName, string value, bool append) => SetHeaderValues(headerName, [value], append);

    /// <summary>Sets a header to several values, or adds them to it.</summary>
    public void SetHeaderValues(string headerName, IEnumerable<string> values, bool append)
    {
        Headers ??= new Dictionary<string, string>();
        var joined = string.Join(',', values);
        Headers[headerName] = append && Headers.TryGetValue(headerName, out var present) ? $"{present},{joined}" : joined;
    }
}
