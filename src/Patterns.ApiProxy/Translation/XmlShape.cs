using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml.Linq;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>How a JSON value is written as the content of an element: a <see cref="Scalar"/>, an object or an array. Immutable.</summary>
public abstract class XmlShape
{
    private protected XmlShape()
    {
    }

    /// <summary>Whether null may be written as <c>xsi:nil</c> anywhere inside.</summary>
    internal abstract bool HasNil { get; }

    /// <summary>What a JSON value of this shape is called in errors.</summary>
    internal abstract string Description { get; }

    /// <summary>Makes the shape of an object whose elements are in no namespace.</summary>
    /// <exception cref="OptionsException">Members are in each other's way; the message lists them all.</exception>
    [SuppressMessage("Naming", "CA1720", Justification = "It is JSON's own word.")]
    public static XmlObject Object(params IEnumerable<XmlMember> members) => new(XNamespace.None, members);

    /// <summary>Makes the shape of an object.</summary>
    /// <param name="elements">The namespace of the elements of all members that name no other.</param>
    /// <param name="members">In the order in which their elements are written; they are read in any order.</param>
    /// <exception cref="OptionsException">Members are in each other's way; the message lists them all.</exception>
    [SuppressMessage("Naming", "CA1720", Justification = "It is JSON's own word.")]
    public static XmlObject Object(XNamespace elements, params IEnumerable<XmlMember> members) => new(elements, members);

    /// <summary>Makes the shape of an array that has an element around its items.</summary>
    /// <param name="item">The name of each item's element.</param>
    /// <param name="shape">The shape of each item.</param>
    /// <param name="nulls">What stands for an item that is null; not <see cref="NullForm.Absent"/>.</param>
    /// <exception cref="OptionsException">The form of nulls does not suit the items.</exception>
    public static XmlArray Array(XName item, XmlShape shape, NullForm nulls = NullForm.Nil) => new(item, shape, nulls);

    /// <summary>Writes attributes and content into the element that is open.</summary>
    internal abstract void Write(JsonElement value, XmlOutput output);

    /// <summary>Reads the element at which the input stands, to its end.</summary>
    internal abstract Translated Read(XmlInput input);
}
