using System.Text;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>How many bytes an item has, as DynamoDB counts them: names and values.</summary>
internal static class ItemSize
{
    public static int Of(TableItem item, TableAttributeNames names)
    {
        var size = Text(names.PartitionKey) + Text(names.SortKey) + item.GetSize();
        return size + (item.ExpiresAt is { } moment ? Text(names.ExpiresAt) + TableValue.From(moment.ToUnixTimeSeconds()).GetSize() : 0);
    }

    private static int Text(string text) => Encoding.UTF8.GetByteCount(text);
}
