using System.Text;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

/// <summary>Documents that are made to do harm, and why each is refused. The benchmarks take them from here.</summary>
internal static class HostileDocuments
{
    private const int Large = 20 * 1024 * 1024;

    public static XmlMap Map { get; } = new("a", XmlShape.Object(XmlMember.Element("b", Scalar.Text), XmlMember.Repeated("c", Scalar.Number)).DropUnknown());

    public static SoapOperation Operation { get; } = new(Map, Map);

    public static IReadOnlyList<(string Name, TranslationFault Fault)> Xml { get; } =
    [
        ("entity bomb", TranslationFault.Forbidden),
        ("quadratic entity", TranslationFault.Forbidden),
        ("external entity", TranslationFault.Forbidden),
        ("external DTD", TranslationFault.Forbidden),
        ("parameter entity", TranslationFault.Forbidden),
        ("unknown entity", TranslationFault.Malformed),
        ("processing instruction", TranslationFault.Forbidden),
        ("10,000 levels", TranslationFault.TooDeep),
        ("10,000 levels in an element that is dropped", TranslationFault.TooDeep),
        ("duplicate attribute", TranslationFault.Malformed),
        ("invalid UTF-8", TranslationFault.Malformed),
        ("overlong UTF-8", TranslationFault.Malformed),
        ("unknown encoding", TranslationFault.Malformed),
        ("truncated", TranslationFault.Malformed),
        ("nothing", TranslationFault.Malformed),
        ("a page of HTML", TranslationFault.Forbidden),
        ("20 MB of text", TranslationFault.TooLarge),
        ("20 MB of elements", TranslationFault.TooLarge),
        ("control character", TranslationFault.Malformed),
    ];

    public static IReadOnlyList<(string Name, TranslationFault Fault)> Json { get; } =
    [
        ("10,000 levels", TranslationFault.TooDeep),
        ("10,000 objects", TranslationFault.TooDeep),
        ("duplicate key", TranslationFault.Forbidden),
        ("duplicate key, escaped", TranslationFault.Forbidden),
        ("invalid UTF-8", TranslationFault.Malformed),
        ("surrogate as UTF-8", TranslationFault.Malformed),
        ("truncated", TranslationFault.Malformed),
        ("nothing", TranslationFault.Malformed),
        ("two documents", TranslationFault.Malformed),
        ("20 MB of text", TranslationFault.TooLarge),
        ("20 MB of numbers", TranslationFault.TooLarge),
        ("a small document that becomes large", TranslationFault.TooLarge),
        ("comments", TranslationFault.Malformed),
    ];

    /// <summary>The document itself, or in an envelope.</summary>
    public static byte[] XmlOf(string name, bool inEnvelope = false)
    {
        var (before, after) = inEnvelope ? ("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>", "</s:Body></s:Envelope>") : ("", "");
        return name switch
        {
            "entity bomb" => Bytes($"<!DOCTYPE a [<!ENTITY e0 'ha'>{string.Concat(Enumerable.Range(0, 9).Select(n => $"<!ENTITY e{n + 1} '{Repeat($"&e{n};", 10)}'>"))}]>{before}<a><b>&e9;</b></a>{after}"),
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

    public static byte[] JsonOf(string name) => name switch
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
