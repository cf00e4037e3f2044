using System.Text;

namespace Patterns.Testing;

/// <summary>A record of a Kinesis stream.</summary>
/// <param name="PartitionKey">The partition key.</param>
/// <param name="Data">The data, before Base64.</param>
public sealed record StreamRecord(string PartitionKey, ReadOnlyMemory<byte> Data)
{
    /// <summary>A record with text as its data.</summary>
    public StreamRecord(string partitionKey, string text)
        : this(partitionKey, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The sequence number; null for the next one of its batch.</summary>
    public string? SequenceNumber { get; init; }
}
