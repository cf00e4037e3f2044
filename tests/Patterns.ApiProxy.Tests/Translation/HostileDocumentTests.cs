using System.Text;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

/// <summary>Documents that are made to do harm are refused, at the cost of little memory.</summary>
public sealed class HostileDocumentTests
{
    private const long MostBytes = 50_000_000;
    private const int Large = 20 * 1024 * 1024;

    private static readonly XmlMap Map = new("a", XmlShape.Object(XmlMember.Element("b", Scalar.Text), XmlMember.Repeated("c", Scalar.Number)).DropUnknown());
    private static readonly SoapOperation Operation = new(Map, Map);

    public static TheoryData<string, TranslationFault> Xml => new()
    {
        { "entity bomb", TranslationFault.Forbidden },
        { "quadratic entity", TranslationFault.Forbidden },
        { "external entity", TranslationFault.Forbidden },
        { "external DTD", TranslationFault.Forbidden },
        { "parameter entity", TranslationFault.Forbidden },
        { "unknown entity", TranslationFault.Malformed },
        { "processing instruction", TranslationFault.Forbidden },
        { "10,000 levels", TranslationFault.TooDeep },
        { "10,000 levels in an element that is dropped", TranslationFault.TooDeep },
        { "duplicate attribute", TranslationFault.Malformed },
        { "invalid UTF-8", TranslationFault.Malformed },
        { "overlong UTF-8", TranslationFault.Malformed },
        { "unknown encoding", TranslationFault.Malformed },
        { "truncated", TranslationFault.Malformed },
        { "nothing", TranslationFault.Malformed },
        { "a page of HTML", TranslationFault.Forbidden },
        { "20 MB of text", TranslationFault.TooLarge },
        { "20 MB of elements", TranslationFault.TooLarge },
        { "control character", TranslationFault.Malformed },
    };

    public static TheoryData<string, TranslationFault> Json => new()
    {
        { "10,000 levels", TranslationFault.TooDeep },
        { "10,000 objects", TranslationFault.TooDeep },
        { "duplicate key", TranslationFault.Forbidden },
        { "duplicate key, escaped", TranslationFault.Forbidden },
        { "invalid UTF-8", TranslationFault.Malformed },
        { "surrogate as UTF-8", TranslationFault.Malformed },
        { "truncated", TranslationFault.Malformed },
        { "nothing", TranslationFault.Malformed },
        { "two documents", TranslationFault.Malformed },
        { "20 MB of text", TranslationFault.TooLarge },
        { "20 MB of numbers", TranslationFault.TooLarge },
        { "a small document that becomes large", TranslationFault.TooLarge },
        { "comments", TranslationFault.Malformed },
    };

    [Theory]
    [MemberData(nameof(Xml))]
    public void Hostile_XML_is_refused(string name, TranslationFault fault)
    {
        AssertRefused(fault, XmlOf(name), document => Map.ToJson(document));
        AssertRefused(fault, XmlOf(name, "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>", "</s:Body></s:Envelope>"), document => Operation.ReadReply(document));
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void Hostile_JSON_is_refused(string name, TranslationFault fault)
    {
        AssertRefused(fault, JsonOf(name), document => Map.ToXml(document));
        AssertRefused(fault, JsonOf(name), document => Operation.WriteRequest(document));
    }

    [Fact]
    public void A_file_that_an_entity_names_is_not_read()
    {
        var exception = Assert.Throws<TranslationException>(() => Map.ToJson("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a><b>&x;</b></a>"u8.ToArray()));

        Assert.Equal("/: has a document type, which is refused.", exception.Message);
    }

    [Fact]
    public void Depth_and_size_may_be_up_to_their_limits()
    {
        var map = new XmlMap("a", XmlShape.Object().DropUnknown(), new TranslationLimits { MaxDepth = 3, MaxBytes = 32 });

        Assert.NotEmpty(map.ToJson("<a><b><c></c></b></a>"u8.ToArray()));
        Assert.Equal(TranslationFault.TooDeep, Assert.Throws<TranslationException>(() => map.ToJson("<a><b><c><d/></c></b></a>"u8.ToArray())).Fault);
        Assert.NotEmpty(map.ToJson("<a>                         </a>"u8.ToArray()));
        Assert.Equal(TranslationFault.TooLarge, Assert.Throws<TranslationException>(() => map.ToJson("<a>                          </a>"u8.ToArray())).Fault);
    }

    private static void AssertRefused(TranslationFault fault, byte[] document, Action<byte[]> translate)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<TranslationException>(() => translate(document));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Equal(fault, exception.Fault);
    }

    private static byte[] XmlOf(string name, string before = "", string after = "")
    {
        const string Bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'><!ENTITY e1 '&e0;&e0;&e0;&e0;'><!ENTITY e2 '&e1;&e1;&e1;&e1;'><!ENTITY e3 '&e2;&e2;&e2;&e2;'>]>";
        return name switch
        {
            "entity bomb" => Bytes($"{Bomb}{before}<a><b>&e3;</b></a>{after}"),
            "quadratic entity" => Bytes($"<!DOCTYPE a [<!ENTITY x '{new string('x', 100_000)}'>]>{before}<a><b>{Repeat("&x;", 10_000)}</b></a>{after}"),
            "external entity" => Bytes($"<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>]>{before}<a><b>&x;</b></a>{after}"),
            "external DTD" => Bytes($"<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>{before}<a/>{after}"),
            "parameter entity" => Bytes($"<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]>{before}<a/>{after}"),
            "unknown entity" => Bytes($"{before}<a><b>&x;</b></a>{after}"),
            "processing instruction" => Bytes($"{before}<a><?run me?></a>{after}"),
            "10,000 levels" => Bytes($"{before}<a>{Repeat("<b>", 10_000)}{Repeat("</b>", 10_000)}</a>{after}".Replace("<a><b><b>", "<a><x><b><b>").Replace("</b></a>", "</b></x></a>")),
            "10,000 levels in an element that is dropped" => Bytes($"{before}<a>{Repeat("<x>", 10_000)}"),
            "duplicate attribute" => Bytes($"{before}<a><x y='1' y='2'/></a>{after}"),
            "invalid UTF-8" => [.. Bytes($"{before}<a><b>"), 0xC3, 0x28, .. Bytes($"</b></a>{after}")],
            "overlong UTF-8" => [.. Bytes($"{before}<a><b>"), 0xC0, 0xBC, .. Bytes($"</b></a>{after}")],
            "unknown encoding" => Bytes($"<?xml version='1.0' encoding='x-none'?>{before}<a/>{after}"),
            "truncated" => Bytes($"{before}<a><b>tex"),
            "nothing" => [],
            "a page of HTML" => "<!DOCTYPE html><html><body>It works!</body></html>"u8.ToArray(),
            "20 MB of text" => Bytes($"{before}<a><b>{new string('x', Large)}</b></a>{after}"),
            "20 MB of elements" => Bytes($"{before}<a>{Repeat("<c>1</c>", Large / 8)}</a>{after}"),
            _ => Bytes($"{before}<a><b>\u0001</b></a>{after}"),
        };
    }

    private static byte[] JsonOf(string name) => name switch
    {
        "10,000 levels" => Bytes("""{"x":""" + new string('[', 10_000) + new string(']', 10_000) + "}"),
        "10,000 objects" => Bytes(Repeat("""{"x":""", 10_000) + "1" + new string('}', 10_000)),
        "duplicate key" => """{"b":"1","b":"2"}"""u8.ToArray(),
        "duplicate key, escaped" => """{"x":{"b":"1","\u0062":"2"}}"""u8.ToArray(),
        "invalid UTF-8" => [.. "{\"b\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        "surrogate as UTF-8" => [.. "{\"b\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8],
        "truncated" => """{"b":"tex"""u8.ToArray(),
        "nothing" => [],
        "two documents" => "{}{}"u8.ToArray(),
        "20 MB of text" => Bytes($$"""{"b":"{{new string('x', Large)}}"}"""),
        "20 MB of numbers" => Bytes($$"""{"c":[{{Repeat("1,", Large / 2)}}1]}"""),
        "a small document that becomes large" => Bytes($$"""{"c":[{{Repeat("1,", 1_000_000)}}1]}"""),
        _ => """{/* x */"b":"1"}"""u8.ToArray(),
    };

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
