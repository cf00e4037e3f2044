using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>Writes XML from JSON values, up to the limit, and knows where in the JSON it is.</summary>
internal sealed class XmlOutput : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly BoundedBuffer _buffer;
    private readonly char[] _letters = new char[64];

    public XmlOutput(TranslationLimits limits)
    {
        _buffer = new BoundedBuffer(limits.MaxBytes);
        Writer = XmlWriter.Create(new BoundedStream(_buffer), Settings);
    }

    public XmlWriter Writer { get; }

    public DocumentPath Path { get; } = new(isXml: false);

    public void Start(XName name, bool declaresNil = false)
    {
        Writer.WriteStartElement(name.LocalName, name.NamespaceName);
        if (declaresNil)
        {
            Writer.WriteAttributeString("xmlns", "xsi", null, XmlNames.SchemaInstance);
        }
    }

    public void End() => Writer.WriteEndElement();

    public byte[] Finish()
    {
        Writer.Flush();
        return _buffer.ToArray();
    }

    /// <summary>Writes ASCII that needs no escapes, without a text in between.</summary>
    public void WriteAscii(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var count = Math.Min(text.Length, _letters.Length);
            Encoding.ASCII.GetChars(text[..count], _letters);
            Writer.WriteChars(_letters, 0, count);
            text = text[count..];
        }
    }

    /// <summary>Writes a member that is an attribute, an element or content, if it is there.</summary>
    public void WriteMember(NamedMember member, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            if (member.IsRequired)
            {
                throw Path.Mismatch("is missing.");
            }
        }
        else if (member.Kind == XmlMemberKind.Repeated)
        {
            WriteRepeated(member, value);
        }
        else if (member.Kind == XmlMemberKind.Element)
        {
            WriteValue(member.XmlName, member.Shape, member.Nulls, value);
        }
        else
        {
            WriteText(member, value);
        }
    }

    public void WriteItems(JsonElement value, XName name, XmlShape shape, NullForm nulls)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Path.Mismatch("must be an array.");
        }

        _buffer.RefuseMore(LeastBytes(name, shape, nulls) * value.GetArrayLength());
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Path.Enter(index++);
            WriteValue(name, shape, nulls, item);
            Path.Leave();
        }
    }

    public void Dispose() => Writer.Dispose();

    /// <summary>What an item has at least: <c>&lt;n /&gt;</c>, <c>&lt;n&gt;1&lt;/n&gt;</c>, or <c>&lt;n xsi:nil="true" /&gt;</c>.</summary>
    private static long LeastBytes(XName name, XmlShape shape, NullForm nulls)
    {
        var letters = name.LocalName.Length;
        return shape is Scalar { IsText: false } && nulls != NullForm.Empty ? Math.Min((2 * letters) + 6, letters + 19) : letters + 4;
    }

    private void WriteRepeated(NamedMember member, JsonElement value)
    {
        WriteItems(value, member.XmlName, member.Shape, member.Nulls);
        if (member.IsRequired && value.GetArrayLength() == 0)
        {
            throw Path.Mismatch("must not be empty.");
        }
    }

    private void WriteValue(XName name, XmlShape shape, NullForm nulls, JsonElement value)
    {
        var isNull = value.ValueKind == JsonValueKind.Null;
        if (isNull && RefuseOrSkip(nulls))
        {
            return;
        }

        Start(name);
        if (isNull && nulls == NullForm.Nil)
        {
            Writer.WriteAttributeString("xsi", "nil", XmlNames.SchemaInstance, "true");
        }
        else if (!isNull)
        {
            RefuseEmpty(shape, nulls, value);
            shape.Write(value, this);
        }

        End();
    }

    private void WriteText(NamedMember member, JsonElement value)
    {
        var isNull = value.ValueKind == JsonValueKind.Null;
        if (isNull && RefuseOrSkip(member.Nulls))
        {
            return;
        }

        if (!isNull)
        {
            RefuseEmpty(member.Shape, member.Nulls, value);
        }

        var text = isNull ? "" : ((Scalar)member.Shape).ToText(value, Path);
        if (member.Kind == XmlMemberKind.Attribute)
        {
            Writer.WriteAttributeString(member.XmlName.LocalName, member.XmlName.NamespaceName, text);
        }
        else
        {
            Writer.WriteString(text);
        }
    }

    /// <returns>Whether null is written as nothing.</returns>
    private bool RefuseOrSkip(NullForm nulls) => nulls == NullForm.Refused ? throw Path.Mismatch("must not be null.") : nulls == NullForm.Absent;

    private void RefuseEmpty(XmlShape shape, NullForm nulls, JsonElement value)
    {
        if (nulls == NullForm.Empty && shape is Scalar { IsText: true } && value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8))
        {
            throw Path.Mismatch("must not be empty: an empty text stands for null here.");
        }
    }
}
