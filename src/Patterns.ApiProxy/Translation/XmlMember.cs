using System.Xml.Linq;

namespace Patterns.Translation;

/// <summary>A member of an object, and where it is in XML. Immutable.</summary>
public sealed record XmlMember
{
    private XmlMember(XmlMemberKind kind, string name, XmlShape shape, XName? xmlName, NullForm nulls)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(shape);
        Kind = kind;
        Name = name;
        Shape = shape;
        XmlName = xmlName;
        Nulls = nulls;
    }

    /// <summary>Where it is.</summary>
    public XmlMemberKind Kind { get; }

    /// <summary>The name in JSON.</summary>
    public string Name { get; }

    /// <summary>The shape of its value, of each item if it is repeated.</summary>
    public XmlShape Shape { get; }

    /// <summary>
    /// The name in XML. Null for the one in JSON, in the namespace of the object's elements; an attribute's is in no namespace then.
    /// </summary>
    public XName? XmlName { get; }

    /// <summary>
    /// What stands for null; of a repeated member, for an item that is null. Default: <see cref="NullForm.Nil"/> for elements and
    /// <see cref="NullForm.Refused"/> for attributes and content, which cannot be nil.
    /// </summary>
    public NullForm Nulls { get; init; }

    /// <summary>Whether its absence is an error, on either side; of a repeated member, whether there must be an item. Default: false.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A member that is an element.</summary>
    public static XmlMember Element(string name, XmlShape shape, XName? xmlName = null) => new(XmlMemberKind.Element, name, shape, xmlName, NullForm.Nil);

    /// <summary>A member that is an attribute.</summary>
    public static XmlMember Attribute(string name, Scalar scalar, XName? xmlName = null) => new(XmlMemberKind.Attribute, name, scalar, xmlName, NullForm.Refused);

    /// <summary>A member that is the text of the object's element, beside attributes. It is required.</summary>
    public static XmlMember Content(string name, Scalar scalar) => new(XmlMemberKind.Content, name, scalar, null, NullForm.Refused) { IsRequired = true };

    /// <summary>
    /// An array whose items are elements of one name beside those of other members. A missing array and an empty one are the same, and read
    /// back as empty.
    /// </summary>
    public static XmlMember Repeated(string name, XmlShape item, XName? xmlName = null) => new(XmlMemberKind.Repeated, name, item, xmlName, NullForm.Nil);
}
