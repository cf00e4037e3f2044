using System.Xml.Linq;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads the members of a response; an absent one, or a collection without members, is null.</summary>
internal static class XmlResponseFields
{
    internal static XElement Child(this XElement xml, string name)
    {
        foreach (var child in xml.Elements())
        {
            if (child.Name.LocalName == name)
            {
                return child;
            }
        }

        return null;
    }

    internal static string Text(this XElement xml, string name) => xml.Child(name)?.Value;

    internal static bool? Flag(this XElement xml, string name) => bool.TryParse(xml.Text(name), out var flag) ? flag : null;

    internal static List<T> List<T>(this XElement xml, string name, Func<XElement, T> read)
    {
        var list = AWSConfigs.InitializeCollections ? new List<T>() : null;
        foreach (var member in xml.Child(name)?.Elements() ?? [])
        {
            (list ??= []).Add(read(member));
        }

        return list;
    }

    internal static Dictionary<string, string> TextMap(this XElement xml, string name)
    {
        var map = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
        foreach (var entry in xml.Child(name)?.Elements() ?? [])
        {
            (map ??= [])[entry.Text("key")] = entry.Text("value");
        }

        return map;
    }
}
