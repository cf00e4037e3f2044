using System.Xml.Linq;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>A JSON API of quotes in front of a SOAP service, with something of everything.</summary>
internal sealed class QuoteProxy(ApiProxyOptions options) : ApiProxyHandler(options)
{
    private static readonly XNamespace Stock = "urn:stock";

    public static readonly SoapOperation GetQuote = new(
        new XmlMap(Stock + "GetQuote", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text) with { IsRequired = true })),
        new XmlMap(Stock + "GetQuoteResponse", XmlShape.Object(Stock, XmlMember.Element("price", Scalar.Number))))
    {
        Action = "urn:stock#GetQuote",
        FaultDetails = [new XmlMap(Stock + "Unknown", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text)))],
    };

    public Func<ApiRequest, BackendCall?>? Other { get; init; }

    protected override BackendCall? Translate(ApiRequest request) => (request.Method, request.Path) switch
    {
        ("POST", "/quotes") => BackendCall.Soap(GetQuote, request.Json(), "stock.asmx"),
        ("GET", "/quotes") => BackendCall.Soap(GetQuote, """{"symbol":"ACME"}"""u8.ToArray(), "stock.asmx"),
        (_, "/bug") => throw new InvalidOperationException("A secret of this side."),
        _ => Other is { } other ? other(request) : request.Path.StartsWith("/legacy/", StringComparison.Ordinal) ? BackendCall.PassThrough(request, "/legacy") : null,
    };
}
