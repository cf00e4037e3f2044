using System.Globalization;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>An answer of the Query protocol. Its lists are flattened: the elements follow each other without a frame.</summary>
internal sealed class XmlAnswer(QueryXml xml) : SqsAnswer
{
    public override void Text(string name, string? value) => xml.Element(name, value);

    public override void Text(string name, ReadOnlySpan<byte> utf8) => xml.Element(name, utf8);

    public override void Number(string name, long value) => xml.Element(name, value.ToString(CultureInfo.InvariantCulture));

    public override void Boolean(string name, bool value) => xml.Element(name, value ? "true" : "false");

    public override void Base64(string name, ReadOnlySpan<byte> value) => xml.Element(name, Convert.ToBase64String(value));

    public override void Texts(string name, string elementName, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            xml.Element(elementName, value);
        }
    }

    public override void Map(string name, string elementName, string keyName, string valueName, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (key, value) in pairs)
        {
            xml.Open(elementName).Element(keyName, key).Element(valueName, value).Close(elementName);
        }
    }

    public override void StartList(string name)
    {
    }

    public override void EndList()
    {
    }

    public override void StartItem(string elementName) => xml.Open(elementName);

    public override void EndItem(string elementName) => xml.Close(elementName);

    public override void StartMap(string name)
    {
    }

    public override void EndMap()
    {
    }

    public override void StartPair(string elementName, string key) => xml.Open(elementName).Element("Name", key).Open("Value");

    public override void EndPair(string elementName) => xml.Close("Value").Close(elementName);
}
