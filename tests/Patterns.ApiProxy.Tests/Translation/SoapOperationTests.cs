using System.Text;
using System.Xml.Linq;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

public sealed class SoapOperationTests
{
    private static readonly XNamespace Stock = "urn:stock";

    private static readonly SoapOperation Soap11 = new(
        new XmlMap(Stock + "GetQuote", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text))),
        new XmlMap(Stock + "GetQuoteResponse", XmlShape.Object(Stock, XmlMember.Element("price", Scalar.Number))))
    {
        Action = "urn:stock#GetQuote",
        FaultDetails = [new XmlMap(Stock + "UnknownSymbol", XmlShape.Object(Stock, XmlMember.Element("symbol", Scalar.Text)))],
    };

    private static readonly SoapOperation Soap12 = new(Soap11.Request, Soap11.Reply)
    {
        Version = SoapVersion.Soap12,
        Action = Soap11.Action,
        FaultDetails = Soap11.FaultDetails,
    };

    [Fact]
    public void A_request_has_the_envelope_and_the_headers_of_its_version()
    {
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetQuote xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:stock"><symbol>ACME</symbol></GetQuote></soap:Body></soap:Envelope>""",
            Encoding.UTF8.GetString(Soap11.WriteRequest("""{"symbol":"ACME"}"""u8.ToArray())));
        Assert.Equal(("text/xml; charset=utf-8", "\"urn:stock#GetQuote\""), (Soap11.ContentType, Soap11.SoapAction));
        Assert.Contains("xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"", Encoding.UTF8.GetString(Soap12.WriteRequest("""{}"""u8.ToArray())));
        Assert.Equal(("application/soap+xml; charset=utf-8; action=\"urn:stock#GetQuote\"", null), (Soap12.ContentType, Soap12.SoapAction));
    }

    [Fact]
    public void A_reply_is_the_one_element_of_its_body()
    {
        Assert.Equal("""{"price":1.10}""", Read(Soap11, Envelope11("<GetQuoteResponse xmlns='urn:stock'><price>1.10</price></GetQuoteResponse>", "<s:Header><t:trace xmlns:t='urn:t'>x</t:trace></s:Header>")));
        Assert.Equal("""{"price":1.10}""", Read(Soap12, Envelope12("<GetQuoteResponse xmlns='urn:stock'><price>1.10</price></GetQuoteResponse>")));
    }

    [Fact]
    public void A_fault_of_version_1_1_is_a_fault()
    {
        var fault = FaultOf(Soap11, Envelope11("""
            <s:Fault><faultcode>s:Client.Symbol</faultcode><faultstring xml:lang="en"> No such symbol </faultstring>
            <faultactor>urn:actor</faultactor><detail><x:UnknownSymbol xmlns:x="urn:stock"><x:symbol>ACME</x:symbol></x:UnknownSymbol></detail></s:Fault>
            """));

        Assert.Equal((SoapFaultCode.Sender, "Symbol", "No such symbol", Stock + "UnknownSymbol"), (fault.Code, fault.Subcode, fault.Reason, fault.DetailName));
        Assert.Equal("""{"symbol":"ACME"}""", Encoding.UTF8.GetString(fault.Detail!.Value.Span));
    }

    [Fact]
    public void A_fault_of_version_1_2_is_a_fault()
    {
        var fault = FaultOf(Soap12, Envelope12("""
            <s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>x:Busy</s:Value><s:Subcode><s:Value>x:Deeper</s:Value></s:Subcode></s:Subcode></s:Code>
            <s:Reason><s:Text xml:lang="en">Busy</s:Text><s:Text xml:lang="de">Besetzt</s:Text></s:Reason><s:Node>urn:n</s:Node>
            <s:Detail><stack xmlns="urn:other">at Internal.Secret()</stack></s:Detail></s:Fault>
            """));

        Assert.Equal(new SoapFault(SoapFaultCode.Receiver, "Busy", "Busy", XName.Get("stack", "urn:other"), null), fault);
    }

    [Theory]
    [InlineData("s:Server", SoapFaultCode.Receiver, null)]
    [InlineData("s:VersionMismatch", SoapFaultCode.VersionMismatch, null)]
    [InlineData("s:MustUnderstand", SoapFaultCode.MustUnderstand, null)]
    [InlineData("soapenv:Server.userException", SoapFaultCode.Receiver, "userException")]
    [InlineData("E1234", SoapFaultCode.Other, "E1234")]
    [InlineData("", SoapFaultCode.Other, null)]
    public void Codes_are_told_apart_whatever_their_prefix(string code, SoapFaultCode expected, string? subcode)
    {
        var fault = FaultOf(Soap11, Envelope11($"<s:Fault><faultcode>{code}</faultcode></s:Fault>"));

        Assert.Equal((expected, subcode), (fault.Code, fault.Subcode));
    }

    [Fact]
    public void A_service_may_answer_in_version_1_1_that_it_does_not_speak_1_2() =>
        Assert.Equal(SoapFaultCode.VersionMismatch, FaultOf(Soap12, Envelope11("<s:Fault><faultcode>s:VersionMismatch</faultcode></s:Fault>")).Code);

    [Theory]
    [InlineData("<GetQuoteResponse xmlns='urn:stock'><price>1</price></GetQuoteResponse>", "/: is no SOAP envelope.")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>", "/: has no body.")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>", "/: has no body.")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header><t s:mustUnderstand='1'/></s:Header><s:Body/></s:Envelope>", "/Envelope/Header: has 't', which must be understood.")]
    [InlineData("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><GetQuoteResponse xmlns='urn:stock'/></s:Body></s:Envelope>", "/Envelope/Body: is of another version of SOAP.")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'/><GetQuoteResponse xmlns='urn:stock'/></s:Body></s:Envelope>", "/Envelope/Body: has more than one element.")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'><price>cheap</price></GetQuoteResponse></s:Body></s:Envelope>", "/Envelope/Body/GetQuoteResponse/price: must be a number.")]
    public void What_is_no_such_reply_is_refused_with_its_place(string xml, string message) =>
        Assert.Equal(message, Assert.Throws<TranslationException>(() => Read(Soap11, xml)).Message);

    [Theory]
    [InlineData("urn:a\r\nX-Injected: 1")]
    [InlineData("urn:\"a\"")]
    [InlineData("urn:ä")]
    public void An_action_cannot_smuggle_headers(string action) => Assert.Throws<ArgumentException>(() => new SoapOperation(Soap11.Request, Soap11.Reply) { Action = action });

    private static SoapFault FaultOf(SoapOperation operation, string xml) => Assert.Throws<SoapFaultException>(() => Read(operation, xml)).Fault;

    private static string Read(SoapOperation operation, string xml) => Encoding.UTF8.GetString(operation.ReadReply(Encoding.UTF8.GetBytes(xml)));

    private static string Envelope11(string body, string header = "") =>
        $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>{header}<s:Body>{body}</s:Body></s:Envelope>";

    private static string Envelope12(string body) => $"<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>{body}</s:Body></s:Envelope>";
}
