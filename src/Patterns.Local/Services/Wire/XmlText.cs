using System.Buffers;

namespace Patterns.Local.Services.Wire;

/// <summary>Escapes UTF-8 text for an XML element.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "&<>\"\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(Special) is >= 0 and var at)
        {
            output.Write(utf8[..at]);
            output.Write(Escaped(utf8[at]));
            utf8 = utf8[(at + 1)..];
        }

        output.Write(utf8);
    }

    // A parser turns a plain carriage return into a line feed, which would change the message and its MD5.
    // Other control characters have no place in XML at all; only texts of errors can hold one.
    private static ReadOnlySpan<byte> Escaped(byte special) => special switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        (byte)'\r' => "&#xD;"u8,
        _ => "\uFFFD"u8,
    };
}
