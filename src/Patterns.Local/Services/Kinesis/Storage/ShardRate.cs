namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>What a shard may take in a second. A record above the limit is taken when nothing is owed, and the seconds after it pay for it.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class ShardRate(TimeProvider time)
{
    private long _second;
    private int _records;
    private long _bytes;

    /// <returns>False when the record must wait for a later second.</returns>
    public bool TryTake(int bytes)
    {
        StartSecond(time.GetUtcNow().ToUnixTimeSeconds());
        if (_records == KinesisLimits.RecordsPerShardAndSecond || (_bytes > 0 && _bytes + bytes > KinesisLimits.BytesPerShardAndSecond))
        {
            return false;
        }

        _records++;
        _bytes += bytes;
        return true;
    }

    private void StartSecond(long second)
    {
        if (second == _second)
        {
            return;
        }

        var paid = Math.Min(Math.Max(second - _second, 1), KinesisLimits.LargestMaxRecordKibibytes) * KinesisLimits.BytesPerShardAndSecond;
        (_second, _records, _bytes) = (second, 0, Math.Max(0, _bytes - paid));
    }
}
