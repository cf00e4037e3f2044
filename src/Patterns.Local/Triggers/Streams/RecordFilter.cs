using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Decides which records a function gets: those that match any of its patterns.</summary>
internal sealed class RecordFilter(EventPattern[] patterns, RecordStream stream, Shard shard)
{
    public bool Accepts(StreamRecord record)
    {
        if (patterns.Length == 0)
        {
            return true;
        }

        using var document = Document(record);
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(document.RootElement))
            {
                return true;
            }
        }

        return false;
    }

    private JsonDocument Document(StreamRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, StreamEvent.WriterOptions))
        {
            record.WriteForFilter(json, stream, shard);
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}
