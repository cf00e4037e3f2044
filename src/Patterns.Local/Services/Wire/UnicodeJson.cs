using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Patterns.Local.Services.Wire;

/// <summary>Reads JSON of functions and clients so that every name and text in it is Unicode: what is none becomes U+FFFD.</summary>
/// <remarks>
/// An escaped half of a surrogate pair is legal JSON, and what JavaScript writes for a text that was cut in the middle of a character; the
/// readers of <c>System.Text.Json</c> take it and throw once it is asked for.
/// </remarks>
internal static class UnicodeJson
{
    private const int EscapeLength = 6;
    private static readonly byte[] s_replacement = @"\ufffd"u8.ToArray();

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(Of(json.Span) ?? json);

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The JSON with U+FFFD for what is no Unicode; null when it may stay as it is.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> json)
    {
        var own = Utf8.IsValid(json) ? null : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        return WithoutHalves(own ?? json) ?? own;
    }

    private static byte[]? WithoutHalves(ReadOnlySpan<byte> json)
    {
        byte[]? own = null;
        for (var position = 0; json[position..].IndexOf((byte)'\\') is var next and >= 0;)
        {
            position += next;
            var kind = SurrogateAt(json[position..]);
            if (kind == Surrogate.High && SurrogateAt(json[(position + EscapeLength)..]) == Surrogate.Low)
            {
                position += 2 * EscapeLength;
            }
            else if (kind == Surrogate.None)
            {
                // Another escape is at least a backslash and the character that it stands before.
                position = Math.Min(position + 2, json.Length);
            }
            else
            {
                own ??= json.ToArray();
                s_replacement.CopyTo(own, position);
                position += EscapeLength;
            }
        }

        return own;
    }

    // \ud800 to \udbff begin a pair, \udc00 to \udfff end it.
    private static Surrogate SurrogateAt(ReadOnlySpan<byte> json)
    {
        if (json.Length < EscapeLength || !json.StartsWith(@"\u"u8) || (json[2] | 0x20) != 'd' || !char.IsAsciiHexDigit((char)json[4]) || !char.IsAsciiHexDigit((char)json[5]))
        {
            return Surrogate.None;
        }

        return (char)(json[3] | 0x20) switch
        {
            '8' or '9' or 'a' or 'b' => Surrogate.High,
            >= 'c' and <= 'f' => Surrogate.Low,
            _ => Surrogate.None,
        };
    }

    private enum Surrogate
    {
        None,
        High,
        Low,
    }
}
