using System.Security.Cryptography;
using System.Text;

namespace Patterns.Windows.Internal;

/// <summary>What a state remembers of an id that tells records which a producer has put twice: 22 characters.</summary>
internal static class DuplicateDigest
{
    private const int IdBytes = 16;

    public static string Of(string id) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, IdBytes)).TrimEnd('=');
}
