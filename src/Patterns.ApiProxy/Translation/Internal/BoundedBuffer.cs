using System.Buffers;

namespace Patterns.Translation.Internal;

/// <summary>What is being written; it ends with an exception where its limit is.</summary>
internal sealed class BoundedBuffer(int maxBytes) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void Advance(int count)
    {
        _buffer.Advance(count);
        RefuseMore(_buffer.WrittenCount);
    }

    /// <summary>Refuses what is known to become too large before it is written.</summary>
    public void RefuseMore(long bytes)
    {
        if (bytes > maxBytes)
        {
            throw new TranslationException(TranslationFault.TooLarge, "/", $"becomes more than {maxBytes} bytes.");
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();
}
