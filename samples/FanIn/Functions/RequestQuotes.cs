using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.SQS;
using Patterns.Aws;
using Patterns.FanIn;
using Patterns.Outbound;

namespace FanIn.Functions;

/// <summary>
/// Takes a request over HTTP and asks its suppliers. Should it die on the way, the customer sends the request again and everything
/// is done again: who is asked twice answers twice, and that counts once.
/// </summary>
public sealed class RequestQuotes
{
    private readonly RequestTimer _timer = new(new AmazonSQSClient(), Environment.GetEnvironmentVariable("TIMER_QUEUE")!);
    private readonly OutboundWriter _suppliers = new(Destination.From(Environment.GetEnvironmentVariable("SUPPLIERS_QUEUE")!));
    private readonly OutboundWriter _slowSuppliers = new(Destination.From(Environment.GetEnvironmentVariable("SLOW_SUPPLIERS_QUEUE")!));

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (Read(request) is not { IsValid: true } asked)
        {
            return Reply(400, """{"title":"This is no request: id, item, quantity, suppliers and waitSeconds are needed."}""");
        }

        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromSeconds(1));
        try
        {
            await AskAsync(asked, deadline.Token);
            return Reply(202, """{"status":"asked"}""");
        }
        catch (FanInConflictException)
        {
            return Reply(409, """{"title":"A request of this id asks another number of suppliers."}""");
        }
    }

    /// <summary>First the place where the answers go, then the end of the waiting, and only then the questions.</summary>
    private async Task AskAsync(QuoteRequest request, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(request.WaitSeconds);
        var opening = new FanInOpening { ExpectedParts = request.Suppliers, Deadline = DateTimeOffset.UtcNow + wait };
        await OpenRequests.Store.OpenAsync(request.Id, opening, cancellationToken);
        await _timer.StartAsync(request.Id, wait, cancellationToken);
        var bySpeed = request.Suppliers.ToLookup(supplier => supplier == Supplier.Slow, supplier => InquiryOf(request, supplier));
        await _slowSuppliers.SendAsync([.. bySpeed[true]], cancellationToken);
        await _suppliers.SendAsync([.. bySpeed[false]], cancellationToken);
    }

    private static Envelope InquiryOf(QuoteRequest request, string supplier)
    {
        var inquiry = new Inquiry(request.Id, supplier, request.Item, request.Quantity);
        return Envelope.Json($"{request.Id}/{supplier}", inquiry, Json.Default.Inquiry, "quote.asked") with { CorrelationId = request.Id };
    }

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static QuoteRequest? Read(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Body)) : request.Body;
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize(body, Json.Default.QuoteRequest);
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
