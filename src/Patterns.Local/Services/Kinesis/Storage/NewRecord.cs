namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>A record on its way into a stream.</summary>
/// <param name="PartitionKey">What keeps records together.</param>
/// <param name="HashKey">Decides the shard.</param>
/// <param name="Data">The content.</param>
internal readonly record struct NewRecord(string PartitionKey, UInt128 HashKey, ReadOnlyMemory<byte> Data)
{
    /// <summary>Partition key and data, as limits count them.</summary>
    public int Size { get; } = System.Text.Encoding.UTF8.GetByteCount(PartitionKey) + Data.Length;
}
