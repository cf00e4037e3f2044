using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Patterns.Testing;

/// <summary>A shard: a range of hashes, and the records whose keys are in it.</summary>
internal sealed class FakeShard(string id, UInt128 from, UInt128 to, IReadOnlyList<FakeShard> parents)
{
    private readonly List<ArrivedRecord> _records = [];

    public string Id => id;

    public IReadOnlyList<FakeShard> Parents => parents;

    public IReadOnlyList<ArrivedRecord> Records => _records;

    public bool IsOpen { get; set; } = true;

    public bool Has(string partitionKey) => HashOf(partitionKey) is var hash && hash >= from && hash <= to;

    public void Add(StreamRecord record, DateTimeOffset arrivedAt) => _records.Add(new ArrivedRecord(record, arrivedAt));

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what the service routes by.")]
    private static UInt128 HashOf(string partitionKey) =>
        BinaryPrimitives.ReadUInt128BigEndian(MD5.HashData(Encoding.UTF8.GetBytes(partitionKey)));
}
