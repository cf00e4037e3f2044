using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>A secondary index with its items. Used under the table's lock.</summary>
internal sealed class TableIndex(IndexDefinition definition, KeySchema tableKey)
{
    private readonly HashSet<string>? _projected = Projected(definition, tableKey);

    public IndexDefinition Definition { get; private set; } = definition;

    public ItemTree Items { get; } = new();

    /// <summary>Whether the index holds the attribute where the item has it.</summary>
    public bool Holds(string attribute) => _projected?.Contains(attribute) != false;

    public void Change(Throughput throughput) => Definition = Definition with { Throughput = throughput };

    /// <summary>Follows a change of the table.</summary>
    /// <returns>The write units that it cost; 0 where the index did not change.</returns>
    public double Follow(StorageKey tablePlace, Item? before, Item? after)
    {
        var (oldPlace, newPlace) = (PlaceOf(before, tablePlace), PlaceOf(after, tablePlace));
        if (oldPlace is null && newPlace is null)
        {
            return 0;
        }

        if (oldPlace is not null && newPlace is not null && StorageKey.Compare(oldPlace, newPlace) == 0)
        {
            return Replace(oldPlace, after!);
        }

        return Remove(oldPlace) + Add(newPlace, after);
    }

    private static HashSet<string>? Projected(IndexDefinition index, KeySchema tableKey) => index.Projection.Type == ProjectionType.All
        ? null
        : [.. tableKey.Names, .. index.Key.Names, .. index.Projection.NonKeyAttributes];

    private StorageKey? PlaceOf(Item? item, StorageKey tablePlace) =>
        item is not null && IndexKeyRules.Fits(Definition.Key, item) ? ItemKey.OfKeyIn(Definition.Key, item, tablePlace) : null;

    private double Replace(StorageKey place, Item after)
    {
        var (old, projected) = (Items.Find(place)!, Project(after));
        if (old.Equals(projected))
        {
            return 0;
        }

        Items.Put(place, projected);
        return WriteUnits.Of(Math.Max(old.Size, projected.Size));
    }

    private double Remove(StorageKey? place)
    {
        if (place is null || Items.Find(place) is not { } old)
        {
            return 0;
        }

        Items.Remove(place);
        return WriteUnits.Of(old.Size);
    }

    private double Add(StorageKey? place, Item? item)
    {
        if (place is null)
        {
            return 0;
        }

        var projected = Project(item!);
        Items.Put(place, projected);
        return WriteUnits.Of(projected.Size);
    }

    private Item Project(Item item)
    {
        if (_projected is null)
        {
            return item;
        }

        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var name in _projected)
        {
            if (item[name] is { } value)
            {
                attributes[name] = value;
            }
        }

        return new Item(attributes);
    }
}
