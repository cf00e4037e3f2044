using System.Buffers.Binary;

namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>Spreads partitions over the order of a scan; the same in every run.</summary>
internal static class PartitionHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<byte> partition)
    {
        var hash = Prime ^ (ulong)partition.Length;
        while (partition.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(partition));
            partition = partition[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (var value in partition)
        {
            rest = (rest << 8) | value;
        }

        return Mix(hash ^ rest);
    }

    // The finalizer of SplitMix64: every bit of the input changes about half of the output's.
    private static ulong Mix(ulong value)
    {
        value += Prime;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
