using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>The MD5 digests by which SQS shows what it received.</summary>
internal static class MessageDigest
{
    private const byte StringType = 1;
    private const byte BinaryType = 2;

    internal static bool Matches(string body, string digest) => Matches(Encoding.UTF8.GetBytes(body), digest);

    internal static bool Matches(Dictionary<string, MessageAttributeValue> attributes, string digest)
    {
        using var bytes = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Write(bytes, Encoding.UTF8.GetBytes(name));
            Write(bytes, Encoding.UTF8.GetBytes(value.DataType));
            WriteValue(bytes, value);
        }

        return Matches(bytes.ToArray(), digest);
    }

    private static void WriteValue(MemoryStream bytes, MessageAttributeValue value)
    {
        if (value.StringValue is { } text)
        {
            bytes.WriteByte(StringType);
            Write(bytes, Encoding.UTF8.GetBytes(text));
        }
        else if (value.BinaryValue is { } binary)
        {
            bytes.WriteByte(BinaryType);
            Write(bytes, binary.ToArray());
        }
    }

    private static void Write(MemoryStream bytes, byte[] value)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        bytes.Write(length);
        bytes.Write(value);
    }

    // The service chose MD5; it guards against damage, not against attackers.
#pragma warning disable CA5351
    private static bool Matches(byte[] bytes, string digest) =>
        string.Equals(Convert.ToHexString(MD5.HashData(bytes)), digest, StringComparison.OrdinalIgnoreCase);
#pragma warning restore CA5351
}
