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

    /// <summary>A byte for the exponent, one for each pair of digits to either side of the point, and one for a minus; zero has one.</summary>
    private static int Number(decimal number)
    {
        if (number == 0)
        {
            return 1;
        }

        var parts = ItemJson.Text(Math.Abs(number)).Split('.');
        var whole = parts[0].Length % 2 == 0 ? parts[0] : "0" + parts[0];
        var fraction = parts.Length == 1 ? "" : parts[1].Length % 2 == 0 ? parts[1] : parts[1] + "0";
        var pairs = (whole + fraction).Chunk(2).Select(pair => new string(pair)).ToList();
        var used = pairs.FindLastIndex(IsUsed) - pairs.FindIndex(IsUsed) + 1;
        return 1 + used + (number < 0 ? 1 : 0);
    }

    private static bool IsUsed(string pair) => pair != "00";
}
