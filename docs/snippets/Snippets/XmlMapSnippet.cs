using System.Xml.Linq;
using Patterns.Translation;

namespace Snippets;

internal static class Quotes
{
    public static byte[] Translate()
    {
        // snippet: xml-map
        XNamespace stock = "urn:example:stock";
        var quote = new XmlMap(stock + "Quote", XmlShape.Object(
            stock,
            XmlMember.Attribute("symbol", Scalar.Text) with { IsRequired = true },
            XmlMember.Element("price", Scalar.Number),                               // null is <price xsi:nil="true"/>
            XmlMember.Element("until", Scalar.DateTime) with { Nulls = NullForm.Absent },
            XmlMember.Repeated("venues", Scalar.Text, stock + "Venue")));

        byte[] xml = quote.ToXml("""{"symbol":"ACME","price":12.50,"until":null,"venues":["XETRA"]}"""u8.ToArray());
        byte[] json = quote.ToJson(xml); // the same again
        // end
        return json;
    }
}
