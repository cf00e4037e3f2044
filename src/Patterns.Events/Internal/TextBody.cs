using System.Text;

namespace Patterns.TypedEvents.Internal;

internal static class TextBody
{
    public static ReadOnlySpan<byte> ToUtf8(string? text, RecordBuffer buffer)
    {
        buffer.Clear();
        if (text is { Length: > 0 })
        {
            var target = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
            buffer.Advance(Encoding.UTF8.GetBytes(text, target));
        }

        return buffer.Written;
    }
}
