using System.Xml.Linq;
using Amazon.Lambda.APIGatewayEvents;

namespace ApiProxy.Functions.Legacy;

/// <summary>The envelopes that the service sends, in either version of SOAP.</summary>
internal static class Envelopes
{
    private const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";

    public static APIGatewayHttpApiV2ProxyResponse Reply(XNamespace soap, XElement body) => Xml(soap, 200, Envelope(soap, body).ToString());

    public static APIGatewayHttpApiV2ProxyResponse Fault(XNamespace soap, string code, string? subcode, XElement? detail) =>
        Xml(soap, 500, Envelope(soap, soap == Soap11 ? Fault11(soap, code, subcode, detail) : Fault12(soap, code, subcode, detail)).ToString());

    public static APIGatewayHttpApiV2ProxyResponse Xml(XNamespace soap, int status, string body) =>
        Text(status, soap == Soap11 ? "text/xml; charset=utf-8" : "application/soap+xml; charset=utf-8", body);

    public static APIGatewayHttpApiV2ProxyResponse Text(int status, string type, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = type },
    };

    private static XElement Envelope(XNamespace soap, XElement body) =>
        new(soap + "Envelope", new XAttribute(XNamespace.Xmlns + "s", soap), new XElement(soap + "Body", body));

    private static XElement Fault11(XNamespace soap, string code, string? subcode, XElement? detail)
    {
        var name = code == "Sender" ? "Client" : "Server";
        return new XElement(
            soap + "Fault",
            new XElement("faultcode", $"s:{name}{(subcode is null ? "" : "." + subcode)}"),
            new XElement("faultstring", "ORA-01403: no data found, at LEGACYDB01"),
            detail is null ? null : new XElement("detail", detail));
    }

    private static XElement Fault12(XNamespace soap, string code, string? subcode, XElement? detail) => new(
        soap + "Fault",
        new XElement(
            soap + "Code",
            new XElement(soap + "Value", "s:" + code),
            subcode is null ? null : new XElement(soap + "Subcode", new XElement(soap + "Value", subcode))),
        new XElement(soap + "Reason", new XElement(soap + "Text", new XAttribute(XNamespace.Xml + "lang", "en"), "ORA-01403: no data found, at LEGACYDB01")),
        detail is null ? null : new XElement(soap + "Detail", detail));
}
