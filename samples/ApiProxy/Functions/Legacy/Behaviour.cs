using System.Xml.Linq;
using Amazon.Lambda.APIGatewayEvents;

namespace ApiProxy.Functions.Legacy;

/// <summary>What the service does for a quote, by the symbol's name.</summary>
internal static class Behaviour
{
    /// <summary>Longer than anybody waits.</summary>
    public static readonly TimeSpan Forever = TimeSpan.FromSeconds(5);

    private const int ManyLevels = 10_000;

    private static readonly XNamespace Stock = "urn:example:stock";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static async Task<APIGatewayHttpApiV2ProxyResponse> QuoteAsync(XNamespace soap, string symbol, int calls)
    {
        switch (symbol.Split('-')[0])
        {
            case "MOODY" when calls == 1:
            case "OUT":
                return Envelopes.Text(503, "text/html", "<h1>Service Unavailable</h1>");
            case "SLEEPY" when calls == 1:
            case "STUCK":
                await Task.Delay(Forever);
                break;
            case "BUSY":
                return Envelopes.Fault(soap, "Receiver", null, null);
            case "BOMB":
                return Envelopes.Xml(soap, 200, "<!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><b>&b;&b;&b;</b>");
            case "SPY":
                return Envelopes.Xml(soap, 200, "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><b>&x;</b>");
            case "DEEP":
                return Envelopes.Xml(soap, 200, string.Concat(Enumerable.Repeat("<a>", ManyLevels)));
            case "CUT":
                return Envelopes.Xml(soap, 200, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Bo");
            case "HTML":
                return Envelopes.Text(200, "text/html", "<html>Down for maintenance, ask LEGACYDB01</html>");
        }

        return Envelopes.Reply(soap, Quote(symbol));
    }

    private static XElement Quote(string symbol) => new(
        Stock + "GetQuoteResponse",
        new XAttribute("symbol", symbol),
        new XElement(Stock + "Price", new XAttribute("currency", "EUR"), "12.50"),
        new XElement(Stock + "Volume", "12345678901234567890"),
        new XElement(Stock + "At", "2026-11-26T08:00:00.1234567890+01:00"),
        new XElement(Stock + "Dividend", new XAttribute(XNamespace.Xmlns + "xsi", Instance), new XAttribute(Instance + "nil", "true")),
        new XElement(Stock + "Venue", "XETRA"));
}
