using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Tables;

namespace EventDriven.Functions.Http;

/// <summary>A function behind an API: all that the services have in common, and none of their data.</summary>
public abstract class HttpFunction
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromMilliseconds(500));
        try
        {
            return await RunAsync(request, deadline.Token);
        }
        catch (TableException exception) when (exception.IsRetryable)
        {
            context.Logger.LogWarning(exception, "The write may or may not have taken effect");
            return Problem(503, "Please send it again; it will not be done twice.");
        }
    }

    protected abstract Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken);

    /// <summary>The body, or null when it is no such thing.</summary>
    protected static T? Read<T>(APIGatewayHttpApiV2ProxyRequest request, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(BodyOf(request), json);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    protected static APIGatewayHttpApiV2ProxyResponse Ok<T>(T body, JsonTypeInfo<T> json) => Reply(200, "application/json", JsonSerializer.Serialize(body, json));

    protected static APIGatewayHttpApiV2ProxyResponse Problem(int status, string title) =>
        Reply(status, "application/problem+json", JsonSerializer.Serialize(new Problem(title), Json.Default.Problem));

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static byte[] BodyOf(APIGatewayHttpApiV2ProxyRequest request) => request switch
    {
        { Body: null } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, string type, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = type },
    };
}
