using System.Xml.Linq;
using Patterns.Aws;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Resilience;
using Patterns.Translation;

namespace Snippets;

// snippet: proxy-operation
internal static class StockService
{
    private static readonly XNamespace Stock = "urn:example:stock";

    public static readonly SoapOperation GetQuote = new(
        request: new XmlMap(Stock + "GetQuote", XmlShape.Object(
            Stock,
            XmlMember.Element("symbol", Scalar.Text) with { IsRequired = true })),
        reply: new XmlMap(Stock + "GetQuoteResponse", XmlShape.Object(
            Stock,
            XmlMember.Element("price", Scalar.Number),
            XmlMember.Element("at", Scalar.DateTime),
            XmlMember.Repeated("venues", Scalar.Text, Stock + "Venue"))))
    {
        Action = "urn:example:stock#GetQuote",
    };
}
// end

internal static class OrderService
{
    private static readonly XNamespace Stock = "urn:example:stock";

    public static readonly SoapOperation PlaceOrder = new(
        request: new XmlMap(Stock + "PlaceOrder", XmlShape.Object(
            Stock,
            XmlMember.Element("symbol", Scalar.Text) with { IsRequired = true },
            XmlMember.Element("quantity", Scalar.Number) with { IsRequired = true })),
        reply: new XmlMap(Stock + "PlaceOrderResponse", XmlShape.Object(Stock, XmlMember.Element("orderId", Scalar.Text))));
}

// snippet: proxy
public sealed class StockApi() : ApiProxyHandler(new ApiProxyOptions
{
    Backend = new Uri(Environment.GetEnvironmentVariable("STOCK_URL")!),
    Name = "stock",
    Table = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
    Circuit = new Circuit(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new CircuitOptions { Name = "stock" }),
    HedgingDelay = TimeSpan.FromMilliseconds(800),
})
{
    protected override BackendCall? Translate(ApiRequest request) => (request.Method, request.Path) switch
    {
        ("POST", "/quotes") => BackendCall.Soap(StockService.GetQuote, request.Json(), "stock.asmx") with { Kind = CallKind.Read },
        ("POST", "/orders") => BackendCall.Soap(OrderService.PlaceOrder, request.Json(), "stock.asmx"),
        ("GET", var path) when path.StartsWith("/charts/", StringComparison.Ordinal) => BackendCall.PassThrough(request),
        _ => null, // 404
    };
}
// end
