using System.Buffers;
using System.Buffers.Text;

namespace Patterns.Sources.Internal;

/// <summary>Takes a record's body out of the form in which its source carries it.</summary>
internal static class BodyDecoder
{
    /// <exception cref="FormatException">The body is not in the source's form.</exception>
    public static ReadOnlySpan<byte> Decode(in RecordSlice record, byte[] bytes, TableReading table, RecordBuffer buffer)
    {
        var body = record.Body.Of(bytes);
        if (record.Encoding == BodyEncoding.Plain)
        {
            return body;
        }

        buffer.Clear();
        switch (record.Encoding)
        {
            case BodyEncoding.Escaped:
                SliceText.Unescape(record.Body, bytes, buffer);
                break;
            case BodyEncoding.Base64:
                DecodeBase64(body, buffer);
                break;
            case BodyEncoding.EscapedBase64:
                SliceText.Unescape(record.Body, bytes, buffer);
                var text = buffer.Written.ToArray();
                buffer.Clear();
                DecodeBase64(text, buffer);
                break;
            default:
                TableChangeWriter.Write(body, record.EventName.Of(bytes), table.WholeChange, buffer);
                break;
        }

        return buffer.Written;
    }

    private static void DecodeBase64(ReadOnlySpan<byte> text, RecordBuffer buffer)
    {
        var target = buffer.GetSpan(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        if (Base64.DecodeFromUtf8(text, target, out _, out var written) != OperationStatus.Done)
        {
            throw new FormatException("The record's data is not Base64.");
        }

        buffer.Advance(written);
    }
}
