using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;

namespace FanOut.Functions;

/// <summary>Takes an order over HTTP and publishes it. The answer comes when the topic has the order, not when anybody handled it.</summary>
public sealed class PlaceOrder() : FanOutHandler<Order>(Json.Default.Order, new FanOutOptions<Order>
{
    Routes =
    [
        new FanOutRoute<Order>(Destination.From(Environment.GetEnvironmentVariable("ORDERS_TOPIC")!))
        {
            // The order's id travels with every copy, and shipping's subscription filters by the country.
            Map = (order, copy) => copy with
            {
                Id = order.Id,
                Type = "order.placed",
                Source = "/orders",
                Attributes = new Dictionary<string, string> { ["country"] = order.Country },
            },
        },
    ],
})
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var body = BodyOf(request);
        if (Read(body) is not { IsValid: true })
        {
            return Reply(400, """{"title":"This is no order: id, a two-letter country, weightGrams and total are needed."}""");
        }

        var message = RecordBatch.Of(context.AwsRequestId, body, Trace(request));
        var outcome = await HandleBatchAsync(message, context);
        return outcome.Failures.Count == 0
            ? Reply(202, """{"status":"accepted"}""")
            : Reply(503, """{"title":"The order could not be published; send it again."}""");
    }

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static byte[] BodyOf(APIGatewayHttpApiV2ProxyRequest request) => request switch
    {
        { Body: null } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };

    private static Order? Read(byte[] body)
    {
        try
        {
            return body.Length > 0 ? JsonSerializer.Deserialize(body, Json.Default.Order) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? Trace(APIGatewayHttpApiV2ProxyRequest request) =>
        request.Headers?.TryGetValue("traceparent", out var trace) == true ? new() { ["traceparent"] = trace } : null;

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = status < 300 ? "application/json" : "application/problem+json" },
    };
}
