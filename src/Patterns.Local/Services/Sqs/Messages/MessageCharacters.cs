using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>Which characters the service accepts: those of XML 1.0 in messages, printable ASCII in group and deduplication ids.</summary>
internal static class MessageCharacters
{
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    /// <summary>Whether the bytes are UTF-8 and hold only characters that a message may have.</summary>
    public static bool AreAllowed(ReadOnlySpan<byte> utf8)
    {
        if (utf8.ContainsAny(Forbidden))
        {
            return false;
        }

        return Ascii.IsValid(utf8)
            || (Utf8.IsValid(utf8) && utf8.IndexOf("\uFFFE"u8) < 0 && utf8.IndexOf("\uFFFF"u8) < 0);
    }

    public static bool AreAllowed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x20 and not (0x9 or 0xA or 0xD) or 0xFFFE or 0xFFFF)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text may be a group, deduplication or attempt id: 1 to 128 letters, digits and punctuation marks.</summary>
    public static bool AreAllowedInId(string id) =>
        id.Length is >= 1 and <= 128 && !id.AsSpan().ContainsAnyExceptInRange('!', '~');
}
