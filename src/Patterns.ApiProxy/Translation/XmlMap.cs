using System.Text.Json;
using System.Xml.Linq;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>Translates documents between JSON and XML by a declared shape, both ways. Immutable; serves any number of calls at a time.</summary>
/// <remarks>
/// <para>
/// A JSON document of the shape is the same after a way to XML and back, members in declared order; the exceptions are said at
/// <see cref="NullForm.Absent"/> and <see cref="XmlMember.Repeated"/>. Whatever is outside of the shape is a
/// <see cref="TranslationException"/> that names the place.
/// </para>
/// <para>
/// XML may come in UTF-8, UTF-16, ISO-8859-1 or ASCII, and is written in UTF-8. Comments are skipped. Document types, and with
/// them all entities but XML's own five, and processing instructions are refused. JSON is UTF-8, and no member may come twice.
/// </para>
/// </remarks>
public sealed class XmlMap
{
    private readonly TranslationLimits _limits;

    /// <summary>Makes the map.</summary>
    /// <param name="root">The name of the document's element.</param>
    /// <param name="shape">The shape of the document; it is not null.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="OptionsException">A limit is out of range.</exception>
    public XmlMap(XName root, XmlShape shape, TranslationLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(shape);
        Root = root;
        Shape = shape;
        _limits = (limits ?? TranslationLimits.Default).Validated();
    }

    /// <summary>The name of the document's element.</summary>
    public XName Root { get; }

    /// <summary>The shape of the document.</summary>
    public XmlShape Shape { get; }

    /// <summary>Writes a JSON document as XML.</summary>
    /// <exception cref="TranslationException">It is not well-formed, too large, too deep, or not of the shape.</exception>
    public byte[] ToXml(ReadOnlyMemory<byte> json)
    {
        using var document = JsonInput.Open(json, _limits);
        using var output = new XmlOutput(_limits);
        WriteTo(output, document.RootElement);
        return output.Finish();
    }

    /// <summary>Reads an XML document as JSON.</summary>
    /// <exception cref="TranslationException">It is not well-formed, too large, too deep, or not of the shape.</exception>
    public byte[] ToJson(ReadOnlyMemory<byte> xml)
    {
        using var input = XmlInput.Open(xml, _limits);
        input.MoveToRoot();
        var value = ReadFrom(input);
        input.MoveToEnd();
        return value.ToJson(_limits);
    }

    /// <summary>Writes the document's element.</summary>
    internal void WriteTo(XmlOutput output, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            throw output.Path.Mismatch("must not be null.");
        }

        output.Start(Root, declaresNil: Shape.HasNil);
        Shape.Write(value, output);
        output.End();
    }

    /// <summary>Reads the document's element, at which the input stands.</summary>
    internal Translated ReadFrom(XmlInput input) => input.Is(Root)
        ? input.ReadValue(Root, Shape, NullForm.Refused)
        : throw input.Path.Mismatch($"has the element '{DocumentPath.Short(input.Reader.LocalName)}' where '{Root}' is declared.");
}
