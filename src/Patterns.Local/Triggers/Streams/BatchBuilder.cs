using System.Buffers;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Collects records until they are as many or as large as one event takes.</summary>
internal sealed class BatchBuilder(RecordStream stream, Shard shard, int size, int reservedBytes)
{
    private readonly List<BatchEntry> _entries = [];
    private int _bytes = StreamEvent.Envelope + reservedBytes;
    private bool _overflowed;

    public IReadOnlyList<BatchEntry> Entries => _entries;

    public bool IsEmpty => _entries.Count == 0;

    public bool IsFull => _overflowed || _entries.Count >= size;

    /// <summary>False when the event would become too large; the first record always fits.</summary>
    public bool TryAdd(long position, StreamRecord record)
    {
        var json = Serialize(record);
        if (_entries.Count > 0 && _bytes + json.Length + 1 > PayloadLimits.SyncRequestBytes)
        {
            _overflowed = true;
            return false;
        }

        _entries.Add(new BatchEntry(position, record, json));
        _bytes += json.Length + 1;
        return true;
    }

    private ReadOnlyMemory<byte> Serialize(StreamRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(256, record.Size * 2));
        using var json = new Utf8JsonWriter(buffer, StreamEvent.WriterOptions);
        record.WriteEvent(json, stream, shard);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
