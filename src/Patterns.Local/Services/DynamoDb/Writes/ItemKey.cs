using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Finds the place of an item from its attributes, and refuses what is no key.</summary>
internal static class ItemKey
{
    /// <summary>The place of a whole item.</summary>
    /// <exception cref="AwsException">A key attribute is missing or unfit.</exception>
    public static StorageKey OfItem(KeySchema schema, Item item) =>
        StorageKey.Of(
            FromItem(schema.Partition, item, isPartition: true),
            schema.Sort is null ? [] : FromItem(schema.Sort, item, isPartition: false));

    /// <summary>The place that a request's key names: exactly the key attributes.</summary>
    /// <exception cref="AwsException">It is not the key of this schema.</exception>
    public static StorageKey OfKey(KeySchema schema, Item key)
    {
        if (key.Attributes.Count != schema.Attributes.Count)
        {
            throw DynamoDbErrors.KeyMismatch();
        }

        return OfKeyIn(schema, key);
    }

    /// <summary>The place that the key attributes among others name.</summary>
    /// <exception cref="AwsException">A key attribute is missing or unfit.</exception>
    public static StorageKey OfKeyIn(KeySchema schema, Item key, StorageKey? tableKey = null) =>
        StorageKey.Of(
            FromKey(schema.Partition, key, isPartition: true),
            schema.Sort is null ? [] : FromKey(schema.Sort, key, isPartition: false),
            tableKey);

    public static string KindOf(AttributeValue value) => value.Type == AttributeType.S ? "string" : "binary";

    private static byte[] FromItem(KeyAttribute attribute, Item item, bool isPartition)
    {
        var value = item[attribute.Name] ?? throw DynamoDbErrors.InvalidKey($"Missing the key {attribute.Name} in the item");
        if (value.Type != attribute.Type)
        {
            throw DynamoDbErrors.InvalidKey($"Type mismatch for key {attribute.Name} expected: {attribute.Type} actual: {value.Type}");
        }

        return Checked(attribute, value, isPartition);
    }

    private static byte[] FromKey(KeyAttribute attribute, Item key, bool isPartition)
    {
        var value = key[attribute.Name];
        return value?.Type == attribute.Type ? Checked(attribute, value, isPartition) : throw DynamoDbErrors.KeyMismatch();
    }

    private static byte[] Checked(KeyAttribute attribute, AttributeValue value, bool isPartition)
    {
        if (SortableBytes.IsEmpty(value))
        {
            throw DynamoDbErrors.Validation(
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty " +
                $"{KindOf(value)} value. Key: {attribute.Name}");
        }

        CheckSize(value.Size, isPartition);
        return SortableBytes.Of(value);
    }

    private static void CheckSize(int size, bool isPartition)
    {
        if (isPartition && size > DynamoDbLimits.PartitionKeyBytes)
        {
            throw DynamoDbErrors.InvalidParameter($"Size of hashkey has exceeded the maximum size limit of{DynamoDbLimits.PartitionKeyBytes} bytes");
        }

        if (!isPartition && size > DynamoDbLimits.SortKeyBytes)
        {
            throw DynamoDbErrors.InvalidParameter($"Aggregated size of all range keys has exceeded the size limit of {DynamoDbLimits.SortKeyBytes} bytes");
        }
    }
}
