using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>The deduplication id of a message that has none: the hash of its text, without attributes.</summary>
internal static class ContentHash
{
    public static string Of(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));
}
