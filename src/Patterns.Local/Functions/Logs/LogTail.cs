namespace Patterns.Local.Functions.Logs;

/// <summary>The last 4 KB of what was written, as an invocation with a log tail returns them.</summary>
internal sealed class LogTail
{
    private const int Size = 4096;
    private readonly byte[] _ring = new byte[Size];
    private long _written;

    public void Clear() => _written = 0;

    public void Append(ReadOnlySpan<byte> line)
    {
        AppendBytes(line.Length > Size ? line[^Size..] : line);
        AppendBytes("\n"u8);
    }

    public byte[] ToArray()
    {
        var length = (int)Math.Min(_written, Size);
        var tail = new byte[length];
        var start = (int)((_written - length) % Size);
        var first = Math.Min(length, Size - start);
        _ring.AsSpan(start, first).CopyTo(tail);
        _ring.AsSpan(0, length - first).CopyTo(tail.AsSpan(first));
        return tail;
    }

    private void AppendBytes(ReadOnlySpan<byte> bytes)
    {
        var start = (int)(_written % Size);
        var first = Math.Min(bytes.Length, Size - start);
        bytes[..first].CopyTo(_ring.AsSpan(start));
        bytes[first..].CopyTo(_ring);
        _written += bytes.Length;
    }
}
