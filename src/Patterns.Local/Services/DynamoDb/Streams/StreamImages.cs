using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>Decides what of an item a record shows.</summary>
internal sealed class StreamImages(string viewType, IReadOnlyList<string> keyNames)
{
    private readonly bool _showsNew = viewType is "NEW_IMAGE" or "NEW_AND_OLD_IMAGES";
    private readonly bool _showsOld = viewType is "OLD_IMAGE" or "NEW_AND_OLD_IMAGES";

    public Item? NewOf(Item? after) => _showsNew ? after : null;

    public Item? OldOf(Item? before) => _showsOld ? before : null;

    public Item KeysOf(Item item)
    {
        var keys = new Dictionary<string, AttributeValue>(keyNames.Count, StringComparer.Ordinal);
        foreach (var name in keyNames)
        {
            keys.Add(name, item[name]!);
        }

        return new Item(keys);
    }
}
