using System.Buffers;
using System.Text;

namespace Patterns.Local.Services.StepFunctions.Data;

internal sealed class TextData(string value) : JsonData
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private int _byteCount;

    public string Value { get; } = value;

    public override int ByteCount => _byteCount != 0 ? _byteCount : _byteCount = CountBytes(Value);

    public override bool IsSameAs(JsonData other) => other is TextData that && that.Value == Value;

    public override void WriteTo(IBufferWriter<byte> buffer) => Write(Value, buffer);

    /// <summary>Writes the text in quotes; only what must be escaped is.</summary>
    public static void Write(string text, IBufferWriter<byte> buffer)
    {
        buffer.Write("\""u8);
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Special); next >= 0; next = rest.IndexOfAny(Special))
        {
            Encoding.UTF8.GetBytes(rest[..next], buffer);
            Encoding.UTF8.GetBytes(Escaped(rest[next]), buffer);
            rest = rest[(next + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, buffer);
        buffer.Write("\""u8);
    }

    public static int CountBytes(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text) + 2;
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Special); next >= 0; next = rest.IndexOfAny(Special))
        {
            count += Escaped(rest[next]).Length - 1;
            rest = rest[(next + 1)..];
        }

        return count;
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{(int)character:X4}",
    };
}
