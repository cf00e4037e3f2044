using System.Text;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>How many bytes an item has, as DynamoDB counts them: names and values.</summary>
internal static class ItemSize
{
    public static int Of(TableItem item, TableAttributeNames names)
    {
        var size = Text(names.PartitionKey) + Text(item.Key.Partition) + Text(names.SortKey) + Text(item.Key.Sort);
        size += item.ExpiresAt is { } moment ? Text(names.ExpiresAt) + TableValue.From(moment.ToUnixTimeSeconds()).GetSize() : 0;
        return size + item.Attributes.Sum(attribute => Text(attribute.Key) + attribute.Value.GetSize());
    }

    private static int Text(string text) => Encoding.UTF8.GetByteCount(text);
}
