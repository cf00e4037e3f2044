using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>The places that a query's key condition allows.</summary>
internal sealed class KeyRange
{
    private readonly StorageKey _firstOfPartition;
    private readonly StorageKey _lastOfPartition;

    /// <exception cref="AwsException">A value has not the key's type, or can be no key.</exception>
    public KeyRange(KeySchema key, KeyConditionExpression condition)
    {
        var partition = Bytes(key.Partition, condition.Partition, DynamoDbLimits.PartitionKeyBytes);
        _firstOfPartition = StorageKey.BeforePartition(partition);
        _lastOfPartition = StorageKey.BehindPartition(partition);
        (Low, High) = (_firstOfPartition, _lastOfPartition);
        if (condition.Range is { Prefix: { } prefix })
        {
            Check(key.Sort!, prefix);
            var bytes = SortableBytes.Of(prefix);
            Low = StorageKey.BeforeSort(partition, bytes);
            High = SortableBytes.Behind(bytes) is { } behind ? StorageKey.BeforeSort(partition, behind) : _lastOfPartition;
        }
        else if (condition.Range is { } range)
        {
            Low = range.Low is { } low ? Bound(partition, key.Sort!, low, isBefore: range.LowIncluded) : Low;
            High = range.High is { } high ? Bound(partition, key.Sort!, high, isBefore: !range.HighIncluded) : High;
        }
    }

    public StorageKey Low { get; }

    public StorageKey High { get; }

    /// <summary>Refuses a start that the condition does not allow.</summary>
    public void CheckHolds(StorageKey? start)
    {
        if (start is null)
        {
            return;
        }

        if (!IsBetween(start, _firstOfPartition, _lastOfPartition))
        {
            throw DynamoDbErrors.Validation("The provided starting key is outside query boundaries based on provided conditions");
        }

        if (!IsBetween(start, Low, High))
        {
            throw DynamoDbErrors.Validation("The provided starting key does not match the range key predicate");
        }
    }

    private static bool IsBetween(StorageKey place, StorageKey low, StorageKey high) =>
        StorageKey.Compare(low, place) < 0 && StorageKey.Compare(place, high) < 0;

    private static StorageKey Bound(byte[] partition, KeyAttribute sort, AttributeValue value, bool isBefore)
    {
        var bytes = Bytes(sort, value, DynamoDbLimits.SortKeyBytes);
        return isBefore ? StorageKey.BeforeSort(partition, bytes) : StorageKey.BehindSort(partition, bytes);
    }

    private static byte[] Bytes(KeyAttribute attribute, AttributeValue value, int longest)
    {
        Check(attribute, value);
        if (SortableBytes.IsEmpty(value))
        {
            throw DynamoDbErrors.Validation(
                $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {ItemKey.KindOf(value)} value. Key: {attribute.Name}");
        }

        return value.Size <= longest
            ? SortableBytes.Of(value)
            : throw DynamoDbErrors.InvalidParameter(longest == DynamoDbLimits.PartitionKeyBytes
                ? $"Size of hashkey has exceeded the maximum size limit of{longest} bytes"
                : $"Aggregated size of all range keys has exceeded the size limit of {longest} bytes");
    }

    private static void Check(KeyAttribute attribute, AttributeValue value)
    {
        if (value.Type != attribute.Type)
        {
            throw DynamoDbErrors.InvalidParameter("Condition parameter type does not match schema type");
        }
    }
}
