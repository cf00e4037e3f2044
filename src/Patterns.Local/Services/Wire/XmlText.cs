using System.Buffers;

namespace Patterns.Local.Services.Wire;

/// <summary>Escapes UTF-8 text for an XML element.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&<>\"\r"u8);

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
    private static ReadOnlySpan<byte> Escaped(byte special) => special switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        _ => "&#xD;"u8,
    };
}
