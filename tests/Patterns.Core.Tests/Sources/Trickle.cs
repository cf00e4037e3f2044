namespace Patterns.Core.Tests.Sources;

/// <summary>A stream that gives a few bytes at a time and shows no buffer.</summary>
internal sealed class Trickle(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
}
