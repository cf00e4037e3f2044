using System.Security.Cryptography;
using System.Text;
using Amazon.Kinesis.Model;
using Patterns.Aws.Internal;
using Patterns.Outbound;

namespace Patterns.Aws.Kinesis;

/// <summary>An envelope as a record of a stream.</summary>
internal sealed record OutgoingRecord(Envelope Envelope, string PartitionKey, ReadOnlyMemory<byte> Data) : ICloudEventRecord
{
    private const int LongestKey = 256;

    /// <summary>What the service counts: partition key and data.</summary>
    public int Size { get; } = Encoding.UTF8.GetByteCount(PartitionKey) + Data.Length;

    /// <exception cref="ArgumentException">The envelope cannot be written as a CloudEvent.</exception>
    public static OutgoingRecord Of(Envelope envelope) => new(envelope, KeyOf(envelope), StructuredCloudEvent.Write(envelope));

    public PutRecordsRequestEntry ToEntry() => new()
    {
        PartitionKey = PartitionKey,
        Data = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(Data, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(Data.ToArray()),
    };

    // A message without a key may go to any shard.
    private static string KeyOf(Envelope envelope)
    {
        var key = string.IsNullOrEmpty(envelope.Key) ? envelope.Id : envelope.Key;
        return key.Length is > 0 and <= LongestKey ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
