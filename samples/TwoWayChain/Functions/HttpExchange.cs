using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>How the functions behind the API read and answer.</summary>
public static class HttpExchange
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>What the body says; null when it is not JSON or something is missing in it.</summary>
    public static TBody? Read<TBody>(APIGatewayHttpApiV2ProxyRequest request, JsonTypeInfo<TBody> json)
        where TBody : class
    {
        // The API hands over as Base64 whatever does not say that it is JSON or text.
        var body = request.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Body)) : request.Body;
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize(body, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static CancellationTokenSource Deadline(ILambdaContext context) => new(context.RemainingTime - Margin);

    public static Uri StatusUrl(string id) => new($"/trips/{Uri.EscapeDataString(id)}", UriKind.Relative);

    public static APIGatewayHttpApiV2ProxyResponse Reply(PollResponse response) =>
        new() { StatusCode = response.StatusCode, Body = response.Body, Headers = response.Headers.ToDictionary() };

    public static APIGatewayHttpApiV2ProxyResponse Refuse(int status, string title) =>
        Reply(status, "application/problem+json", $$"""{"title":"{{title}}"}""");

    public static APIGatewayHttpApiV2ProxyResponse Reply(int status, string type, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = type },
    };
}
