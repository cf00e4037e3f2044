using System.Text.Json;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>A record of a made-up stream: its number is in the event, so that a test can name it.</summary>
internal sealed class NumberedRecord : StreamRecord
{
    public required int Number { get; init; }

    /// <summary>Text that makes the record large.</summary>
    public string Padding { get; init; } = "";

    public override int Size => 100 + Padding.Length;

    public override void WriteEvent(Utf8JsonWriter json, RecordStream stream, Shard shard)
    {
        json.WriteStartObject();
        json.WriteNumber("n", Number);
        json.WriteString("key", PartitionKey);
        json.WriteString("sequenceNumber", SequenceNumber);
        json.WriteString("shard", shard.Id);
        if (Padding.Length > 0)
        {
            json.WriteString("padding", Padding);
        }

        json.WriteEndObject();
    }
}
