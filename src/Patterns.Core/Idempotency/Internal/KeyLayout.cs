using System.Security.Cryptography;
using System.Text;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>
/// Where a key's item is: partition <c>idempotency#SCOPE#KEY</c>, sort <c>key</c>. A partition of its own for each key spreads the
/// load. For a key that is too long, its SHA-256 stands in the partition and <c>sha256</c> in the sort key.
/// </summary>
internal static class KeyLayout
{
    private const int LongestPartition = 2048;
    private const int MostBytesPerChar = 3;

    public static string PrefixOf(string scope) => $"idempotency#{scope}#";

    public static TableKey Of(string prefix, string key)
    {
        var partition = prefix + key;
        return partition.Length <= LongestPartition / MostBytesPerChar || Encoding.UTF8.GetByteCount(partition) <= LongestPartition
            ? new TableKey(partition, "key")
            : new TableKey(prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), "sha256");
    }
}
