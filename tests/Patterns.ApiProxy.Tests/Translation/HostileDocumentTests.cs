using System.Text;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

/// <summary>Documents that are made to do harm are refused, at the cost of little memory.</summary>
public sealed class HostileDocumentTests
{
    private const long MostBytes = 50_000_000;

    public static TheoryData<string, TranslationFault> Xml => [.. HostileDocuments.Xml];

    public static TheoryData<string, TranslationFault> Json => [.. HostileDocuments.Json];

    [Theory]
    [MemberData(nameof(Xml))]
    public void Hostile_XML_is_refused(string name, TranslationFault fault)
    {
        AssertRefused(fault, HostileDocuments.XmlOf(name), document => HostileDocuments.Map.ToJson(document));
        AssertRefused(fault, HostileDocuments.XmlOf(name, inEnvelope: true), document => HostileDocuments.Operation.ReadReply(document));
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void Hostile_JSON_is_refused(string name, TranslationFault fault)
    {
        AssertRefused(fault, HostileDocuments.JsonOf(name), document => HostileDocuments.Map.ToXml(document));
        AssertRefused(fault, HostileDocuments.JsonOf(name), document => HostileDocuments.Operation.WriteRequest(document));
    }

    [Fact]
    public void A_file_that_an_entity_names_is_not_read()
    {
        var exception = Assert.Throws<TranslationException>(() => HostileDocuments.Map.ToJson("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a><b>&x;</b></a>"u8.ToArray()));

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

    [Theory]
    [InlineData(NullForm.Refused, """{"c":[1,22,333]}""")]
    [InlineData(NullForm.Nil, """{"c":[null,null,null,null,1,null,null,null,null,null]}""")]
    [InlineData(NullForm.Empty, """{"c":[null,null,null,null,1,null,null,null,null,null]}""")]
    [InlineData(NullForm.Nil, """{"t":["","","a"]}""")]
    [InlineData(NullForm.Empty, """{"t":[null,null,null,null,null,null,null,null,null,null]}""")]
    public void A_document_may_become_just_as_large_as_the_limit(NullForm nulls, string json)
    {
        var shape = XmlShape.Object(
            XmlMember.Repeated("c", Scalar.Number, "a-name-of-an-item") with { Nulls = nulls },
            XmlMember.Repeated("t", Scalar.Text) with { Nulls = nulls });
        var document = Encoding.UTF8.GetBytes(json);
        var xml = new XmlMap("a", shape).ToXml(document);

        // What is read has a limit as well, and is larger here than what is written in some rows.
        var limit = Math.Max(xml.Length, document.Length);
        Assert.Equal(xml, new XmlMap("a", shape, new TranslationLimits { MaxBytes = limit }).ToXml(document));
        Assert.Throws<TranslationException>(() => new XmlMap("a", shape, new TranslationLimits { MaxBytes = limit - 1 }).ToXml(document));
    }
}
