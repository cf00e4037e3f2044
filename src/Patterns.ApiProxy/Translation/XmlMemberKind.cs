namespace Patterns.Translation;

/// <summary>Where a member of an object is in XML.</summary>
public enum XmlMemberKind
{
    /// <summary>An element.</summary>
    Element,

    /// <summary>An attribute of the object's element.</summary>
    Attribute,

    /// <summary>The text of the object's element.</summary>
    Content,

    /// <summary>An array as elements of one name, without an element around them.</summary>
    Repeated,
}
