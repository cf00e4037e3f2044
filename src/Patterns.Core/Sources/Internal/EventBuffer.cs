using System.Runtime.InteropServices;

namespace Patterns.Sources.Internal;

/// <summary>The bytes of an event: those of the stream where it shows them, else a copy.</summary>
/// <remarks>The memory is never used for another event, so that a context that somebody kept cannot show one.</remarks>
internal sealed class EventBuffer(byte[] bytes, int length)
{
    private const int FirstSize = 16 * 1024;

    /// <summary>The array whose beginning is the event; may be longer than the event.</summary>
    public byte[] Bytes => bytes;

    public int Length => length;

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, length);

    public static EventBuffer Of(byte[] bytes) => new(bytes, bytes.Length);

    /// <summary>The memory itself where it begins with its array, else a copy: slices count from the array's beginning.</summary>
    public static EventBuffer Of(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0
            ? new EventBuffer(segment.Array!, segment.Count)
            : Of(memory.ToArray());

    public static async ValueTask<EventBuffer> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var segment))
        {
            var offset = segment.Offset + (int)memory.Position;
            var length = (int)(memory.Length - memory.Position);

            // Slices count from the array's beginning.
            return offset == 0 ? new EventBuffer(segment.Array!, length) : Of(segment.Array.AsSpan(offset, length).ToArray());
        }

        return await CopyAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<EventBuffer> CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[FirstSize];
        var length = 0;
        int read;
        while ((read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return new EventBuffer(bytes, length);
    }
}
