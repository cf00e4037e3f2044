using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>A member whose name in XML is settled.</summary>
internal sealed record NamedMember(XmlMemberKind Kind, string Name, XName XmlName, XmlShape Shape, NullForm Nulls, bool IsRequired)
{
    public bool IsElement => Kind is XmlMemberKind.Element or XmlMemberKind.Repeated;

    public (string Name, string Namespace) Key { get; } = (XmlName.LocalName, XmlName.NamespaceName);

    public static IEnumerable<NamedMember> From(XNamespace elements, IEnumerable<XmlMember> members)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(members);
        return members.Select(member => new NamedMember(member.Kind, member.Name, NameOf(elements, member), member.Shape, member.Nulls, member.IsRequired));
    }

    private static XName NameOf(XNamespace elements, XmlMember member)
    {
        if (member.XmlName is { } name)
        {
            return name;
        }

        try
        {
            // The name of content stands in errors only.
            return member.Kind is XmlMemberKind.Attribute or XmlMemberKind.Content ? XName.Get(member.Name) : elements + member.Name;
        }
        catch (System.Xml.XmlException)
        {
            throw new OptionsException(nameof(XmlMember), [$"'{member.Name}' is no name in XML; give it one."]);
        }
    }
}
