using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Tables;

namespace TransactionalFanOut.Functions;

/// <summary>A command that comes by HTTP. It commits through the outbox, or changes nothing.</summary>
public abstract class Command
{
    protected Outbox Outbox { get; } = new(Table.From(Environment.GetEnvironmentVariable("ORDERS_TABLE")!));

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromMilliseconds(500));
        try
        {
            return await RunAsync(request, deadline.Token);
        }
        catch (TableException exception) when (exception.IsRetryable)
        {
            context.Logger.LogWarning(exception, "The commit may or may not have taken effect");
            return Reply(503, """{"title":"Please send it again; it will not be done twice."}""");
        }
    }

    protected abstract Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken);

    protected static TableKey OrderKey(string id) => new($"order#{id}", "state");

    protected static TableKey StockKey(string sku) => new($"stock#{sku}", "state");

    protected static APIGatewayHttpApiV2ProxyResponse Reply(int status, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = status < 300 ? "application/json" : "application/problem+json" },
    };
}
