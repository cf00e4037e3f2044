using System.Buffers.Binary;

namespace Patterns.Local.WebSockets.Frames;

/// <summary>A client's bytes on their way to the WebSocket, which notes what messages do not show: frames larger than the service takes, and closing without a status.</summary>
internal sealed class FrameWatch(Stream inner) : Stream
{
    private const int MaskBytes = 4;
    private const int CloseOpcode = 8;

    private readonly byte[] _header = new byte[14];
    private int _headerLength;
    private long _payloadLeft;
    private volatile bool _isTooLarge;

    /// <summary>Whether a frame was above the limit.</summary>
    public bool IsTooLarge => _isTooLarge;

    /// <summary>Whether the client closed with an empty frame, as browsers do by themselves; the WebSocket makes 1000 of it.</summary>
    public bool ClosedWithoutStatus { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read));
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // RFC 6455, section 5.2: two bytes, then a longer length where 126 or 127 stands for one, then the mask.
    private void Note(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_payloadLeft > 0)
            {
                var skipped = (int)Math.Min(_payloadLeft, bytes.Length);
                _payloadLeft -= skipped;
                bytes = bytes[skipped..];
                continue;
            }

            _header[_headerLength++] = bytes[0];
            bytes = bytes[1..];
            if (_headerLength >= 2 && _headerLength == HeaderSize())
            {
                _payloadLeft = PayloadLength();
                _isTooLarge |= _payloadLeft is > SocketLimits.FrameBytes or < 0;
                ClosedWithoutStatus = _payloadLeft == 0 && (_header[0] & 0x0F) == CloseOpcode;
                _headerLength = 0;
            }
        }
    }

    private int HeaderSize()
    {
        var mask = (_header[1] & 0x80) == 0 ? 0 : MaskBytes;
        return mask + ((_header[1] & 0x7F) switch { 126 => 4, 127 => 10, _ => 2 });
    }

    private long PayloadLength() => (_header[1] & 0x7F) switch
    {
        126 => BinaryPrimitives.ReadUInt16BigEndian(_header.AsSpan(2)),
        127 => BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(2)),
        var length => length,
    };
}
