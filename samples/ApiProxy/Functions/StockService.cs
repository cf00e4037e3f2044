using System.Text.Json;
using System.Xml.Linq;
using Patterns.Translation;

namespace ApiProxy.Functions;

/// <summary>The SOAP service's documents, as its WSDL describes them.</summary>
public static class StockService
{
    private static readonly XNamespace Stock = "urn:example:stock";

    private static readonly XmlMap UnknownSymbol = new(Stock + "UnknownSymbol", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text, Stock + "Symbol")));

    public static SoapOperation GetQuote { get; } = new(
        new XmlMap(Stock + "GetQuote", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text, Stock + "Symbol") with { IsRequired = true })),
        new XmlMap(Stock + "GetQuoteResponse", XmlShape.Object(
            Stock,
            XmlMember.Attribute("symbol", Scalar.Text),
            XmlMember.Element("price", XmlShape.Object(XmlMember.Attribute("currency", Scalar.Text), XmlMember.Content("amount", Scalar.Number)), Stock + "Price"),
            XmlMember.Element("volume", Scalar.NumberText, Stock + "Volume"),
            XmlMember.Element("at", Scalar.DateTime, Stock + "At"),
            XmlMember.Element("dividend", Scalar.Number, Stock + "Dividend"),
            XmlMember.Repeated("venues", Scalar.Text, Stock + "Venue"))))
    {
        Action = "urn:example:stock#GetQuote",
        FaultDetails = [UnknownSymbol],
    };

    public static SoapOperation PlaceOrder { get; } = new(
        new XmlMap(Stock + "PlaceOrder", XmlShape.Object(
            Stock,
            XmlMember.Element("symbol", Scalar.Text, Stock + "Symbol") with { IsRequired = true, Nulls = NullForm.Refused },
            XmlMember.Element("quantity", Scalar.Number, Stock + "Quantity") with { IsRequired = true, Nulls = NullForm.Refused },
            XmlMember.Element("limit", Scalar.Number, Stock + "Limit"),
            XmlMember.Element("reference", Scalar.Text, Stock + "Reference"))),
        new XmlMap(Stock + "PlaceOrderResponse", XmlShape.Object(Stock, XmlMember.Element("orderId", Scalar.Text, Stock + "OrderId"))))
    {
        Version = SoapVersion.Soap12,
        Action = "urn:example:stock#PlaceOrder",
        FaultDetails = [UnknownSymbol],
    };

    /// <summary>The request for a quote.</summary>
    public static byte[] Symbol(string symbol)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("symbol", Uri.UnescapeDataString(symbol));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
