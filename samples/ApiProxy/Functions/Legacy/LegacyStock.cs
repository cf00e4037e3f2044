using System.Text;
using System.Xml.Linq;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.Tables;

namespace ApiProxy.Functions.Legacy;

/// <summary>
/// Plays a SOAP service as it is found in the wild. A symbol's name decides what it does: most have a quote, and the others show what can go wrong.
/// </summary>
public sealed class LegacyStock
{
    private static readonly XNamespace Stock = "urn:example:stock";
    private readonly ITable _table = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (request.RawPath.EndsWith("/stock.asmx", StringComparison.Ordinal))
        {
            return await AnswerAsync(XElement.Parse(Body(request)));
        }

        return request.RawPath.EndsWith(".csv", StringComparison.Ordinal) ? History() : new() { StatusCode = 404, Body = "at Legacy.Router.Find()" };
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(XElement envelope)
    {
        var soap = envelope.Name.Namespace;
        var asked = envelope.Element(soap + "Body")!.Elements().Single();
        var symbol = asked.Element(Stock + "Symbol")!.Value;
        var calls = await CountAsync(symbol);
        if (symbol.StartsWith("UNKNOWN", StringComparison.Ordinal))
        {
            return Envelopes.Fault(soap, "Sender", null, new XElement(Stock + "UnknownSymbol", new XElement(Stock + "Symbol", symbol)));
        }

        return asked.Name.LocalName == "PlaceOrder" ? await PlaceAsync(soap, asked, symbol) : await Behaviour.QuoteAsync(soap, symbol, calls);
    }

    /// <summary>Every order is a new one: the service does not know that it may have been asked before.</summary>
    private async Task<APIGatewayHttpApiV2ProxyResponse> PlaceAsync(XNamespace soap, XElement order, string symbol)
    {
        if (symbol.StartsWith("CLOSED", StringComparison.Ordinal))
        {
            return Envelopes.Fault(soap, "Sender", "TradingClosed", null);
        }

        var id = Guid.NewGuid().ToString("N");
        await _table.PutAsync(new TableItem(new("orders", id)) { ["reference"] = order.Element(Stock + "Reference")?.Value ?? "" }, CancellationToken.None);
        if (symbol.StartsWith("LATE", StringComparison.Ordinal))
        {
            // The order is placed, and nobody hears of it.
            await Task.Delay(Behaviour.Forever);
        }

        return Envelopes.Reply(soap, new XElement(Stock + "PlaceOrderResponse", new XElement(Stock + "OrderId", id)));
    }

    private async Task<int> CountAsync(string symbol)
    {
        var result = await _table.WriteAsync(new TableUpdate(new("calls", symbol)).Add("count", 1), CancellationToken.None);
        return (int)result.Item!["count"]!.GetInt64();
    }

    private static APIGatewayHttpApiV2ProxyResponse History() => new()
    {
        StatusCode = 200,
        Body = "day;price\n2026-11-25;12.50\n",
        Headers = new Dictionary<string, string> { ["content-type"] = "text/csv", ["etag"] = "\"42\"", ["server"] = "LegacyStock/1.0" },
    };

    private static string Body(APIGatewayHttpApiV2ProxyRequest request) =>
        request.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Body)) : request.Body;
}
