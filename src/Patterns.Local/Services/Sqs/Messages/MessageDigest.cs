using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>An MD5 sum, which clients compare with their own to see that a message arrived whole.</summary>
internal readonly record struct MessageDigest(ulong High, ulong Low)
{
    public const int Length = 32;

    [SuppressMessage("Security", "CA5351", Justification = "The protocol prescribes MD5 as a checksum; nothing relies on it for security.")]
    public static MessageDigest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(content, hash);
        return new MessageDigest(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    /// <summary>Writes 32 lower-case hexadecimal digits.</summary>
    public void Format(Span<byte> utf8)
    {
        High.TryFormat(utf8, out _, "x16");
        Low.TryFormat(utf8[16..], out _, "x16");
    }

    public override string ToString()
    {
        Span<byte> digits = stackalloc byte[Length];
        Format(digits);
        return Encoding.ASCII.GetString(digits);
    }
}
