using System.Buffers;

namespace Patterns.Sources.Internal;

/// <summary>The bytes of an event: those of the stream where it shows them, else a pooled copy.</summary>
internal sealed class EventBuffer
{
    private byte[]? _rented;

    private EventBuffer(byte[] bytes, int length, byte[]? rented)
    {
        Bytes = bytes;
        Length = length;
        _rented = rented;
    }

    /// <summary>The array whose beginning is the event; may be longer than the event.</summary>
    public byte[] Bytes { get; private set; }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => Bytes.AsSpan(0, Length);

    public static EventBuffer Of(byte[] bytes) => new(bytes, bytes.Length, rented: null);

    public static async ValueTask<EventBuffer> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var segment))
        {
            var offset = segment.Offset + (int)memory.Position;
            var length = (int)(memory.Length - memory.Position);

            // Slices count from the array's beginning.
            return offset == 0
                ? new EventBuffer(segment.Array!, length, rented: null)
                : Copy(segment.Array.AsSpan(offset, length));
        }

        return await CopyAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    public static EventBuffer Copy(ReadOnlySpan<byte> bytes)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length, 1));
        bytes.CopyTo(rented);
        return new EventBuffer(rented, bytes.Length, rented);
    }

    /// <summary>Gives a pooled array back; nobody may read the event from then on.</summary>
    public void Release()
    {
        Bytes = [];
        Length = 0;
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static async ValueTask<EventBuffer> CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
        var length = 0;
        int read;
        while ((read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length == bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
                bytes.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }
        }

        return new EventBuffer(bytes, length, bytes);
    }
}
