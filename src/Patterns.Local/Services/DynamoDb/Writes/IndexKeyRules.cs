using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>What an item's attributes must be where they are keys of an index; an item without them is not in the index.</summary>
internal static class IndexKeyRules
{
    public static void Check(IReadOnlyList<TableIndex> indexes, Item item)
    {
        for (var i = 0; i < indexes.Count; i++)
        {
            var index = indexes[i].Definition;
            Check(index, index.Key.Partition, item, DynamoDbLimits.PartitionKeyBytes);
            if (index.Key.Sort is { } sort)
            {
                Check(index, sort, item, DynamoDbLimits.SortKeyBytes);
            }
        }
    }

    /// <summary>Whether the item belongs into the index: it has the keys, and they are fit to be keys.</summary>
    public static bool Fits(KeySchema key, Item item) =>
        Fits(key.Partition, item, DynamoDbLimits.PartitionKeyBytes) && (key.Sort is null || Fits(key.Sort, item, DynamoDbLimits.SortKeyBytes));

    private static bool Fits(KeyAttribute attribute, Item item, int longest) =>
        item[attribute.Name] is { } value && value.Type == attribute.Type && !SortableBytes.IsEmpty(value) && value.Size <= longest;

    private static void Check(IndexDefinition index, KeyAttribute attribute, Item item, int longest)
    {
        if (item[attribute.Name] is not { } value)
        {
            return;
        }

        if (value.Type != attribute.Type)
        {
            throw DynamoDbErrors.InvalidParameter(
                $"Type mismatch for Index Key {attribute.Name} Expected: {attribute.Type} Actual: {value.Type} IndexName: {index.Name}");
        }

        if (SortableBytes.IsEmpty(value))
        {
            throw DynamoDbErrors.Validation(
                "One or more parameter values are not valid. A value specified for a secondary index key is not supported. " +
                $"The AttributeValue for a key attribute cannot contain an empty {ItemKey.KindOf(value)} value. IndexName: {index.Name}, IndexKey: {attribute.Name}");
        }

        if (value.Size > longest)
        {
            throw TooLong(index, attribute, longest);
        }
    }

    private static AwsException TooLong(IndexDefinition index, KeyAttribute attribute, int longest) =>
        DynamoDbErrors.InvalidParameter(
            $"Size of {(longest == DynamoDbLimits.PartitionKeyBytes ? "hashkey" : "rangekey")} has exceeded the maximum size limit of{longest} bytes. IndexName: {index.Name}, IndexKey: {attribute.Name}");
}
