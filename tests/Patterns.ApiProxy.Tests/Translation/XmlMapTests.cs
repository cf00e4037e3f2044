using System.Text;
using System.Xml.Linq;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

public sealed class XmlMapTests
{
    private static readonly XNamespace Orders = "urn:orders";

    private static readonly XmlMap Map = new(Orders + "Order", XmlShape.Object(
        Orders,
        XmlMember.Element("customer", Scalar.Text, Orders + "Customer") with { IsRequired = true },
        XmlMember.Attribute("id", Scalar.NumberText),
        XmlMember.Element("total", XmlShape.Object(XmlMember.Attribute("currency", Scalar.Text), XmlMember.Content("amount", Scalar.Number))),
        XmlMember.Element("express", Scalar.Boolean) with { Nulls = NullForm.Absent },
        XmlMember.Element("due", Scalar.Date) with { Nulls = NullForm.Empty },
        XmlMember.Element("tags", XmlShape.Array(Orders + "tag", Scalar.Text)),
        XmlMember.Repeated("lines", XmlShape.Object(Orders, XmlMember.Element("sku", Scalar.Text)), Orders + "line")));

    [Fact]
    public void Every_member_is_written_where_it_is_declared_to_be()
    {
        var xml = Map.ToXml("""
            {"lines":[{"sku":"a"},{"sku":"b"},null],"tags":["new",null],"due":null,"express":null,"total":{"amount":12.50,"currency":"EUR"},
             "id":"12345678901234567890","customer":"Smith & Sons"}
            """u8.ToArray());

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?><Order xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="12345678901234567890" xmlns="urn:orders">
            <Customer>Smith &amp; Sons</Customer><total currency="EUR">12.50</total><due />
            <tags><tag>new</tag><tag xsi:nil="true" /></tags><line><sku>a</sku></line><line><sku>b</sku></line><line xsi:nil="true" /></Order>
            """.ReplaceLineEndings(""),
            Text(xml));
    }

    [Fact]
    public void It_is_read_from_whatever_order_prefixes_and_spaces_a_service_likes()
    {
        var json = Map.ToJson("""
            <?xml version="1.0"?>
            <!-- made by hand -->
            <o:Order xmlns:o="urn:orders" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="o:Order" id=" 7 ">
              <o:line><o:sku><![CDATA[<a>]]></o:sku></o:line>
              <o:tags i:nil="1"/>
              <o:express> 1 </o:express>
              <o:Customer>Sm<!-- i -->ith</o:Customer>
              <o:line><o:sku/></o:line>
              <o:total>+007.</o:total>
            </o:Order>
            """u8.ToArray());

        Assert.Equal("""{"customer":"Smith","id":"7","total":{"amount":7},"express":true,"tags":null,"lines":[{"sku":"\u003Ca\u003E"},{"sku":""}]}""", Text(json));
    }

    [Fact]
    public void An_array_of_one_stays_an_array_and_a_missing_one_is_empty()
    {
        Assert.Equal("""{"customer":"x","express":null,"lines":[{}]}""", Text(Map.ToJson("<Order xmlns='urn:orders'><Customer>x</Customer><line/></Order>"u8.ToArray())));
        Assert.Equal("""{"customer":"x","express":null,"lines":[]}""", Text(Map.ToJson("<Order xmlns='urn:orders'><Customer>x</Customer></Order>"u8.ToArray())));
    }

    [Theory]
    [InlineData("""{"customer":"x","lines":[{},{"sku":5}]}""", "$.lines[1].sku: must be a text, but is a number.")]
    [InlineData("""{"customer":"x","colour":"red"}""", "$.colour: is not declared.")]
    [InlineData("""{"customer":"x","a\nb":1}""", "$.a?b: is not declared.")]
    [InlineData("""{}""", "$.customer: is missing.")]
    [InlineData("""{"customer":"\u0001"}""", "$.customer: has a character that XML does not have.")]
    [InlineData("""{"customer":"\ud800"}""", "$.customer: has half a surrogate pair.")]
    [InlineData("""{"customer":"x","due":"2026-02-30"}""", "$.due: must be a date.")]
    [InlineData("""{"customer":"x","id":"0x1F"}""", "$.id: must be a number as text.")]
    [InlineData("""{"customer":"x","id":null}""", "$.id: must not be null.")]
    [InlineData("""{"customer":"x","total":{"currency":"EUR"}}""", "$.total.amount: is missing.")]
    [InlineData("""{"customer":"x","lines":{}}""", "$.lines: must be an array.")]
    [InlineData("""[]""", "$: must be an object.")]
    [InlineData("""null""", "$: must not be null.")]
    public void What_is_no_such_JSON_is_refused_with_its_place(string json, string message)
    {
        var exception = Assert.Throws<TranslationException>(() => Map.ToXml(Bytes(json)));

        Assert.Equal(message, exception.Message);
        Assert.Equal(TranslationFault.Mismatch, exception.Fault);
    }

    [Theory]
    [InlineData("<Order/>", "/: has the element 'Order' where '{urn:orders}Order' is declared.")]
    [InlineData("<Order xmlns='urn:orders'><Customer>x</Customer><colour>red</colour></Order>", "/Order: has the element 'colour', which is not declared.")]
    [InlineData("<Order xmlns='urn:orders' colour='red'><Customer>x</Customer></Order>", "/Order: has the attribute 'colour', which is not declared.")]
    [InlineData("<Order xmlns='urn:orders'>x<Customer>x</Customer></Order>", "/Order: has text where elements are declared.")]
    [InlineData("<Order xmlns='urn:orders'><Customer>x<b/></Customer></Order>", "/Order/Customer: has the element 'b', which is not declared.")]
    [InlineData("<Order xmlns='urn:orders'><Customer>x</Customer><Customer>y</Customer></Order>", "/Order: has 'Customer' more than once.")]
    [InlineData("<Order xmlns='urn:orders'/>", "/Order: lacks 'Customer'.")]
    [InlineData("<Order xmlns='urn:orders'><Customer>x</Customer><total>NaN</total></Order>", "/Order/total: must be a number.")]
    [InlineData("<Order xmlns='urn:orders'><Customer>x</Customer><due>2026-11-26Z</due></Order>", "/Order/due: must be a date.")]
    [InlineData("<Order xmlns='urn:orders' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><Customer i:nil='true'>x</Customer></Order>", "/Order/Customer: is nil, and has content.")]
    [InlineData("<Order xmlns='urn:orders' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><Customer>x</Customer><due i:nil='true'/></Order>", "/Order/due: must not be nil.")]
    public void What_is_no_such_XML_is_refused_with_its_place(string xml, string message)
    {
        var exception = Assert.Throws<TranslationException>(() => Map.ToJson(Bytes(xml)));

        Assert.Equal(message, exception.Message);
        Assert.Equal(TranslationFault.Mismatch, exception.Fault);
    }

    [Fact]
    public void What_is_not_declared_is_dropped_where_that_is_declared()
    {
        var map = new XmlMap("a", XmlShape.Object(XmlMember.Element("b", Scalar.Number) with { Nulls = NullForm.Refused }).DropUnknown());

        Assert.Equal("""{"b":1}""", Text(map.ToJson("<a c='1'><d><e>x</e></d><b>1</b><f/></a>"u8.ToArray())));
        Assert.Equal("""<?xml version="1.0" encoding="utf-8"?><a><b>1</b></a>""", Text(map.ToXml("""{"x":{"b":2},"b":1}"""u8.ToArray())));
    }

    [Fact]
    public void A_text_that_would_be_read_as_null_is_refused()
    {
        var map = new XmlMap("a", XmlShape.Object(XmlMember.Element("b", Scalar.Text) with { Nulls = NullForm.Empty }));

        Assert.Equal("$.b: must not be empty: an empty text stands for null here.", Assert.Throws<TranslationException>(() => map.ToXml("""{"b":""}"""u8.ToArray())).Message);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void Other_encodings_are_read(string name)
    {
        var map = new XmlMap("a", Scalar.Text);
        var encoding = Encoding.GetEncoding(name);
        byte[] xml = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><a>ä</a>")];

        Assert.Equal("\"ä\"", Text(map.ToJson(xml)));
    }

    [Fact]
    public void Members_that_are_in_each_others_way_are_all_named_at_once()
    {
        var exception = Assert.Throws<OptionsException>(() => XmlShape.Object(
            XmlMember.Element("a", Scalar.Text),
            XmlMember.Element("a", Scalar.Text),
            XmlMember.Content("c", Scalar.Text),
            XmlMember.Attribute("d", Scalar.Text) with { Nulls = NullForm.Nil },
            XmlMember.Element("e", XmlShape.Object()) with { Nulls = NullForm.Empty },
            XmlMember.Repeated("f", Scalar.Text) with { Nulls = NullForm.Absent },
            XmlMember.Element("g", Scalar.Text) with { Nulls = NullForm.Absent, IsRequired = true }));

        Assert.Equal(
            [
                "'a' is declared 2 times.",
                "The element 'a' is declared 2 times.",
                "Content stands beside attributes only: text and elements in one element are not supported.",
                "'d' is no element, and cannot be nil.",
                "'e' is an object: an empty element could not be told from null.",
                "'f' is an item: one that is null cannot be absent, or the array would be another.",
                "'g' is required, so that its null cannot be absent.",
            ],
            exception.Mistakes);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
