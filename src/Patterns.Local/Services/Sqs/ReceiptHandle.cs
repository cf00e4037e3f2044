using System.Buffers.Binary;

namespace Patterns.Local.Services.Sqs;

/// <summary>What a consumer shows to delete a message: the queue, the message and the receive that it belongs to.</summary>
/// <param name="QueueTag">A random number of the queue, so that a handle of another one is not taken for its own.</param>
/// <param name="Number">The message's number in the queue.</param>
/// <param name="ReceiptNumber">The receive's number.</param>
internal readonly record struct ReceiptHandle(long QueueTag, long Number, int ReceiptNumber)
{
    private const int Size = 24;

    // Encodes as "AQEB", as the service's handles begin.
    private static ReadOnlySpan<byte> Prefix => [1, 1, 1];

    public static bool TryParse(string text, out ReceiptHandle handle)
    {
        Span<byte> bytes = stackalloc byte[Size];
        handle = default;
        if (text.Length != Size / 3 * 4
            || !Convert.TryFromBase64String(text, bytes, out var written) || written != Size
            || !bytes.StartsWith(Prefix) || bytes[^1] != Check(bytes))
        {
            return false;
        }

        handle = new ReceiptHandle(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[3..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[11..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[19..]));
        return true;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Prefix.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[3..], QueueTag);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[11..], Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[19..], ReceiptNumber);
        bytes[^1] = Check(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static byte Check(ReadOnlySpan<byte> bytes)
    {
        byte check = 0x5A;
        foreach (var value in bytes[..^1])
        {
            check ^= value;
        }

        return check;
    }
}
