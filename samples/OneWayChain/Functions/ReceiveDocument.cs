using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.OneWayChain;
using Patterns.Outbound;

namespace OneWayChain.Functions;

/// <summary>Starts a chain for each document. A document that is handed in twice is the same chain.</summary>
public sealed class ReceiveDocument
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);
    private readonly ChainStart<Document> _chain = new(Destination.From(Environment.GetEnvironmentVariable("VALIDATE_QUEUE")!), Json.Default.Document);

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (Read(request) is not { IsComplete: true } document)
        {
            return Reply(400, """{"title":"This is no document: id, title and text are needed."}""");
        }

        using var deadline = new CancellationTokenSource(context.RemainingTime - Margin);
        try
        {
            await _chain.StartAsync(document.Id, document, deadline.Token);
            return Reply(202, """{"status":"accepted"}""");
        }
        catch (SendFailedException)
        {
            return Reply(503, """{"title":"The document was not taken; send it again."}""");
        }
    }

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static Document? Read(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Body)) : request.Body;
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize(body, Json.Default.Document);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = status < 300 ? "application/json" : "application/problem+json" },
    };
}
