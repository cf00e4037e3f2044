using System.Text;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>How many bytes an item has, as DynamoDB counts them: names and values, with a little for lists and maps.</summary>
internal static class ItemSize
{
    private const int ContainerBytes = 3;
    private const int ElementBytes = 1;

    public static int Of(TableItem item, TableAttributeNames names)
    {
        var size = Text(names.PartitionKey) + Text(item.Key.Partition) + Text(names.SortKey) + Text(item.Key.Sort);
        size += item.ExpiresAt is { } moment ? Text(names.ExpiresAt) + Number(moment.ToUnixTimeSeconds()) : 0;
        return size + item.Attributes.Sum(attribute => Text(attribute.Key) + Value(attribute.Value));
    }

    private static int Value(TableValue value) => value.Kind switch
    {
        TableValueKind.String => Text(value.GetString()),
        TableValueKind.Number => Number(value.GetDecimal()),
        TableValueKind.Binary => value.GetBytes().Length,
        TableValueKind.StringSet => value.GetStringSet().Sum(Text),
        TableValueKind.List => ContainerBytes + value.GetList().Sum(element => ElementBytes + Value(element)),
        TableValueKind.Map => ContainerBytes + value.GetMap().Sum(member => ElementBytes + Text(member.Key) + Value(member.Value)),
        _ => 1,
    };

    private static int Text(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>A byte for two digits, without the zeros at either end, one for the exponent and one for a minus.</summary>
    private static int Number(decimal number)
    {
        var digits = ItemJson.Text(Math.Abs(number)).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
        return ((digits + 1) / 2) + 1 + (number < 0 ? 1 : 0);
    }
}
