using Patterns.Aws;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Resilience;
using Patterns.Translation;

namespace ApiProxy.Functions;

/// <summary>A JSON API in front of the SOAP service: what a request becomes, and how long and how often the service is asked.</summary>
public sealed class StockApi() : ApiProxyHandler(new ApiProxyOptions
{
    Backend = new Uri(Environment.GetEnvironmentVariable("LEGACY_URL")!),
    Name = "stock",
    Table = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
    Circuit = new Circuit(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new CircuitOptions { Name = "stock", MinimumFailures = 20, Break = TimeSpan.FromSeconds(5) }),

    // The service answers at once or not at all.
    IntegrationTimeout = TimeSpan.FromSeconds(4),
    AttemptTimeout = TimeSpan.FromSeconds(2),
    HedgingDelay = TimeSpan.FromSeconds(1),
    KeyLease = TimeSpan.FromSeconds(5),
})
{
    protected override BackendCall? Translate(ApiRequest request) => (request.Method, request.Path.Split('/')) switch
    {
        ("GET", ["", "quotes", var symbol]) => BackendCall.Soap(StockService.GetQuote, StockService.Symbol(symbol), "stock.asmx"),
        ("POST", ["", "orders"]) => BackendCall.Soap(StockService.PlaceOrder, request.Json(), "stock.asmx") with { Fault = OrderFault },
        ("GET", ["", "history", ..]) => BackendCall.PassThrough(request),
        _ => null,
    };

    /// <summary>The service's codes in the words of the API.</summary>
    private static Problem? OrderFault(SoapFault fault) => fault.Subcode == "TradingClosed"
        ? new Problem(409, "Trading is closed.") { Type = "https://example.com/problems/trading-closed" }
        : null;
}
