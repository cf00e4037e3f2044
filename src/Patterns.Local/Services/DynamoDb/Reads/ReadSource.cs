using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>The table or index that a query or scan reads.</summary>
internal sealed class ReadSource
{
    /// <exception cref="AwsException">There is no such table or index, or it cannot be read so.</exception>
    public ReadSource(Table table, ItemRequest request)
    {
        Table = table;
        Index = request.IndexName is { } name ? table.Index(name) : null;
        Key = Index?.Definition.Key ?? table.Key;
        KeyNames = Index is null ? table.Key.Names : [.. table.Key.Names.Union(Index.Definition.Key.Names)];
        if (request.ConsistentRead == true && Index is { Definition.IsGlobal: true })
        {
            throw DynamoDbErrors.Validation("Consistent reads are not supported on global secondary indexes");
        }
    }

    public Table Table { get; }

    /// <summary>Null for the table itself.</summary>
    public TableIndex? Index { get; }

    /// <summary>By what the source is ordered.</summary>
    public KeySchema Key { get; }

    /// <summary>What identifies an item in the source.</summary>
    public IReadOnlyList<string> KeyNames { get; }

    /// <summary>The place behind which a page begins; null for the beginning.</summary>
    /// <exception cref="AwsException">The key is none of this source.</exception>
    public StorageKey? StartOf(Item? startKey)
    {
        if (startKey is null)
        {
            return null;
        }

        if (startKey.Attributes.Count != KeyNames.Count)
        {
            throw DynamoDbErrors.InvalidStartingKey(Index is null ? DynamoDbErrors.KeyMismatch().Message : null);
        }

        try
        {
            var place = ItemKey.OfKeyIn(Table.Key, startKey);
            return Index is null ? place : ItemKey.OfKeyIn(Key, startKey, place);
        }
        catch (AwsException error)
        {
            throw DynamoDbErrors.InvalidStartingKey(error.Message);
        }
    }
}
