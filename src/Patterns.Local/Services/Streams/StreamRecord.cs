using System.Text.Json;

namespace Patterns.Local.Services.Streams;

/// <summary>A record of a shard, as all readers see it. The service that owns the stream adds the content.</summary>
internal abstract class StreamRecord
{
    private readonly string _partitionKey = "";

    /// <summary>A decimal number of any length; it grows inside a shard.</summary>
    public required string SequenceNumber { get; init; }

    public required string PartitionKey
    {
        get => _partitionKey;
        init
        {
            _partitionKey = value;
            Hash = KeyHash.Of(value);
        }
    }

    /// <summary>The hash of the partition key.</summary>
    public ulong Hash { get; private init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The size in bytes that readers' limits count.</summary>
    public abstract int Size { get; }

    /// <summary>Writes the record as one element of the <c>Records</c> of a Lambda event.</summary>
    public abstract void WriteEvent(Utf8JsonWriter json, RecordStream stream, Shard shard);

    /// <summary>Writes the record as filters see it: as in the event, unless a payload must be decoded first.</summary>
    public virtual void WriteForFilter(Utf8JsonWriter json, RecordStream stream, Shard shard) => WriteEvent(json, stream, shard);
}
