using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>Reads XML from outside, and knows where it is.</summary>
internal sealed class XmlInput : IDisposable
{
    private readonly int _maxDepth;
    private readonly ReadOnlyMemory<byte> _xml;

    private XmlInput(ReadOnlyMemory<byte> xml, TranslationLimits limits)
    {
        _xml = xml;
        _maxDepth = limits.MaxDepth;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            MaxCharactersInDocument = limits.MaxBytes,
            CloseInput = true,
        };
        Reader = XmlReader.Create(AsStream(xml), settings);
    }

    public XmlReader Reader { get; }

    public DocumentPath Path { get; } = new(isXml: true);

    /// <exception cref="TranslationException">It is too large, or says that it is UTF-8 and is not.</exception>
    public static XmlInput Open(ReadOnlyMemory<byte> xml, TranslationLimits limits)
    {
        if (xml.Length > limits.MaxBytes)
        {
            throw new TranslationException(TranslationFault.TooLarge, "/", $"has more than {limits.MaxBytes} bytes.");
        }

        return new XmlInput(xml, limits);
    }

    public void MoveToRoot()
    {
        while (Read())
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                return;
            }
        }

        throw Path.Fail(TranslationFault.Malformed, "is not XML.");
    }

    /// <summary>Reads what follows the root, which is nothing.</summary>
    public void MoveToEnd()
    {
        while (Read())
        {
        }
    }

    public bool Is(XName name) => Reader.LocalName == name.LocalName && Reader.NamespaceURI == name.NamespaceName;

    /// <summary>Reads the element at which the reader stands, to its end.</summary>
    public Translated ReadValue(XName name, XmlShape shape, NullForm nulls)
    {
        Path.Enter(name.LocalName);
        var value = IsNil() ? ReadNil(nulls) : nulls == NullForm.Empty && IsBare() ? ReadEmpty(shape) : shape.Read(this);
        Path.Leave();
        return value;
    }

    /// <summary>The elements inside of the one at which the reader stands, which it then stands at; each must be read to its end.</summary>
    public IEnumerable<(string Name, string Namespace)> Children()
    {
        if (Reader.IsEmptyElement)
        {
            yield break;
        }

        while (Read() && Reader.NodeType != XmlNodeType.EndElement)
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                yield return (Reader.LocalName, Reader.NamespaceURI);
            }
            else if (Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                throw Path.Mismatch("has text where elements are declared.");
            }
        }
    }

    /// <summary>The attributes that say something: declarations of namespaces and what XML Schema needs do not.</summary>
    public IEnumerable<((string Name, string Namespace) Name, string Text)> Attributes()
    {
        while (Reader.MoveToNextAttribute())
        {
            if (Reader.NamespaceURI is not (XmlNames.Declarations or XmlNames.SchemaInstance))
            {
                yield return ((Reader.LocalName, Reader.NamespaceURI), Reader.Value);
            }
        }

        Reader.MoveToElement();
    }

    public void RefuseAttributes()
    {
        foreach (var (name, _) in Attributes())
        {
            throw Path.Mismatch($"has the attribute '{DocumentPath.Short(name.Name)}', which is not declared.");
        }
    }

    /// <summary>The text of the element at which the reader stands, which has no elements.</summary>
    public string ReadText()
    {
        if (Reader.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        StringBuilder? pieces = null;
        while (Read() && Reader.NodeType != XmlNodeType.EndElement)
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                throw Undeclared();
            }

            if (text.Length > 0)
            {
                (pieces ??= new StringBuilder(text)).Append(Value());
            }
            else
            {
                text = Value();
            }
        }

        return pieces?.ToString() ?? text;
    }

    /// <summary>Passes over the element at which the reader stands.</summary>
    public void Drop(bool isAllowed)
    {
        if (!isAllowed)
        {
            throw Undeclared();
        }

        if (Reader.IsEmptyElement)
        {
            return;
        }

        var depth = Reader.Depth;
        while (Read() && Reader.Depth > depth)
        {
        }
    }

    public TranslationException Undeclared() => Path.Mismatch($"has the element '{DocumentPath.Short(Reader.LocalName)}', which is not declared.");

    /// <summary>Goes on to the next node.</summary>
    /// <exception cref="TranslationException">It is not well-formed, too deep, or something that is refused.</exception>
    public bool Read()
    {
        if (!Guard(static reader => reader.Read()))
        {
            return false;
        }

        if (Reader.NodeType is XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference or XmlNodeType.DocumentType)
        {
            throw Path.Fail(TranslationFault.Forbidden, "has a processing instruction or an entity.");
        }

        return Reader.Depth < _maxDepth || Reader.NodeType != XmlNodeType.Element
            ? true
            : throw Path.Fail(TranslationFault.TooDeep, $"is nested more than {_maxDepth} deep.");
    }

    public void Dispose() => Reader.Dispose();

    // A long text is decoded only when it is asked for.
    private string Value() => Guard(static reader => reader.Value);

    private TResult Guard<TResult>(Func<XmlReader, TResult> read)
    {
        try
        {
            return read(Reader);
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException or ArgumentException)
        {
            throw Explain(exception);
        }
    }

    private bool IsNil()
    {
        if (Reader.GetAttribute("nil", XmlNames.SchemaInstance) is not { } text)
        {
            return false;
        }

        return text.Trim(XmlCharacters.Whitespace) switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw Path.Mismatch("has xsi:nil, which is neither true nor false."),
        };
    }

    private Translated ReadNil(NullForm nulls)
    {
        if (nulls != NullForm.Nil)
        {
            throw Path.Mismatch("must not be nil.");
        }

        RefuseAttributes();
        return ReadText().Length == 0 ? Translated.Null : throw Path.Mismatch("is nil, and has content.");
    }

    private bool IsBare()
    {
        var isBare = !Attributes().Any();
        Reader.MoveToElement();
        return isBare;
    }

    private Translated ReadEmpty(XmlShape shape)
    {
        var text = ReadText();
        return text.Length == 0 ? Translated.Null : ((Scalar)shape).FromText(text, Path);
    }

    private TranslationException Explain(Exception exception)
    {
        if (_xml.Span.IndexOf("<!DOCTYPE"u8) >= 0)
        {
            return Path.Fail(TranslationFault.Forbidden, "has a document type, which is refused.", exception);
        }

        var place = exception is XmlException { LineNumber: > 0 } at ? $" (line {at.LineNumber}, character {at.LinePosition})" : "";
        var isUtf8 = Utf8.IsValid(_xml.Span);
        return Path.Fail(TranslationFault.Malformed, isUtf8 ? $"is not well-formed XML{place}." : $"is not well-formed XML, or not in its encoding{place}.", exception);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> xml) => MemoryMarshal.TryGetArray(xml, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(xml.ToArray(), writable: false);
}
