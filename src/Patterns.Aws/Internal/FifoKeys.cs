using System.Security.Cryptography;
using System.Text;
using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>Group and deduplication ids: at most 128 letters, digits and punctuation characters.</summary>
internal static class FifoKeys
{
    private const int Longest = 128;

    /// <summary>The group in which the message keeps its order; a message without a key has a group of its own.</summary>
    public static string Group(Envelope envelope) => Legal(envelope.Key ?? envelope.Id);

    /// <summary>The service drops a second message with this id for five minutes.</summary>
    public static string Deduplication(Envelope envelope) => Legal(envelope.Id);

    private static string Legal(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => character is > ' ' and <= '~')
            ? text
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
