using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>The number that decides which shard takes a record.</summary>
internal static class HashKey
{
    private const int LargestOnStack = 1024;

    // The service chose MD5; it spreads keys and keeps no secret.
#pragma warning disable CA5351
    public static UInt128 Of(string partitionKey)
    {
        var length = Encoding.UTF8.GetMaxByteCount(partitionKey.Length);
        Span<byte> utf8 = length <= LargestOnStack ? stackalloc byte[LargestOnStack] : new byte[length];
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(utf8[..Encoding.UTF8.GetBytes(partitionKey, utf8)], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
#pragma warning restore CA5351

    /// <summary>Reads a decimal number below 2^128, without leading zeros.</summary>
    public static bool TryParse(string text, out UInt128 key)
    {
        key = default;
        return IsNumber(text) && UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out key);
    }

    /// <summary>Whether the text has the form of a hash key, whatever its value.</summary>
    public static bool IsNumber(string text)
    {
        const int Longest = 39;
        return text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && (text[0] != '0' || text.Length == 1);
    }
}
