using System.Text;
using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Makes strings of slices that are the inside of a JSON string or a number.</summary>
internal static class SliceText
{
    public static string? Read(Slice slice, byte[] bytes)
    {
        if (!slice.IsPresent)
        {
            return null;
        }

        var content = slice.Of(bytes);
        return content.Contains((byte)'\\') && bytes[slice.Start - 1] == (byte)'"'
            ? JsonSerializer.Deserialize(Quoted(slice, bytes), TextJson.Default.String)
            : Encoding.UTF8.GetString(content);
    }

    /// <summary>Writes the string's value, without its escapes.</summary>
    public static void Unescape(Slice slice, byte[] bytes, RecordBuffer buffer)
    {
        var reader = new Utf8JsonReader(Quoted(slice, bytes));
        reader.Read();
        buffer.Advance(reader.CopyString(buffer.GetSpan(slice.Length)));
    }

    private static ReadOnlySpan<byte> Quoted(Slice slice, byte[] bytes) => bytes.AsSpan(slice.Start - 1, slice.Length + 2);
}
