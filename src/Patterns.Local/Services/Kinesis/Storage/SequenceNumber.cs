using System.Globalization;
using System.Numerics;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>
/// A sequence number as the service composes it, 188 bits from the top: 2 (4 bits), second of the shard's creation (36), last
/// digit of the shard's number (4), index in the shard (64), 0 (8), second of the arrival (36), the shard's number (32), 2 (4).
/// </summary>
/// <remarks>Numbers of a shard grow with the index, and those of a child are above all of its parents, since it is created later.</remarks>
internal readonly record struct SequenceNumber(long ShardCreatedSecond, int Shard, long Index, long ArrivedSecond)
{
    private const int Version = 2;
    private const int IndexBit = 80;
    private const int ArrivalBit = 36;
    private const int ShardBit = 4;
    private const int CreationBit = 148;
    private const ulong SecondMask = 0xF_FFFF_FFFF;

    /// <summary>The index in the number that ends a closed shard.</summary>
    public const long LastIndex = long.MaxValue;

    private static readonly BigInteger s_top = new BigInteger(Version) << 184;
    private static readonly BigInteger s_lowMask = (BigInteger.One << IndexBit) - 1;

    public override string ToString()
    {
        var high = s_top | ((BigInteger)ShardCreatedSecond << CreationBit) | ((BigInteger)(Shard & 0xF) << 144);
        var low = ((UInt128)(ulong)ArrivedSecond << ArrivalBit) | ((UInt128)(uint)Shard << ShardBit) | (UInt128)Version;
        return (high | ((BigInteger)Index << IndexBit) | (BigInteger)low).ToString(CultureInfo.InvariantCulture);
    }

    public static bool TryParse(string text, out SequenceNumber number)
    {
        number = default;
        if (!Streams.SequenceNumbers.IsValid(text))
        {
            return false;
        }

        var value = BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        var low = (UInt128)(value & s_lowMask);
        var index = (value >> IndexBit) & ulong.MaxValue;
        if (value >> 184 != Version || (low & 0xF) != Version || index > long.MaxValue)
        {
            return false;
        }

        number = new SequenceNumber(
            (long)(ulong)((value >> CreationBit) & SecondMask), (int)(uint)((low >> ShardBit) & uint.MaxValue), (long)index, (long)(ulong)((low >> ArrivalBit) & SecondMask));
        return true;
    }
}
