using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>The MD5 over message attributes: by name, each as length-prefixed name, type, a kind byte and the value.</summary>
internal static class AttributeDigest
{
    private const byte StringKind = 1;
    private const byte BinaryKind = 2;

    /// <summary>Null where there is nothing to sum.</summary>
    public static MessageDigest? Of(IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        if (attributes is null || attributes.Count == 0)
        {
            return null;
        }

        var names = new string[attributes.Count];
        var next = 0;
        foreach (var name in attributes.Keys)
        {
            names[next++] = name;
        }

        Array.Sort(names, StringComparer.Ordinal);
        var content = new ArrayBufferWriter<byte>(256);
        foreach (var name in names)
        {
            Append(content, name, attributes[name]);
        }

        return MessageDigest.Of(content.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> content, string name, MessageAttribute attribute)
    {
        Append(content, name);
        Append(content, attribute.DataType);
        content.Write([attribute.IsBinary ? BinaryKind : StringKind]);
        if (attribute.StringValue is { } text)
        {
            Append(content, text);
        }
        else
        {
            AppendLength(content, attribute.BinaryValue.Length);
            content.Write(attribute.BinaryValue.Span);
        }
    }

    private static void Append(ArrayBufferWriter<byte> content, string text)
    {
        AppendLength(content, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, content);
    }

    private static void AppendLength(ArrayBufferWriter<byte> content, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(content.GetSpan(sizeof(int)), length);
        content.Advance(sizeof(int));
    }
}
