using System.Globalization;
using System.Text;

namespace Patterns.Tables;

/// <summary>How many bytes a value has, as DynamoDB counts them: a little for lists and maps beside what is in them.</summary>
internal static class TableValueSize
{
    private const int ContainerBytes = 3;
    private const int ElementBytes = 1;
    private const string WithoutTrailingZeros = "0.############################";

    public static int Of(TableValue value) => value.Kind switch
    {
        TableValueKind.String => Text(value.GetString()),
        TableValueKind.Number => Number(value.GetDecimal()),
        TableValueKind.Binary => value.GetBytes().Length,
        TableValueKind.StringSet => value.GetStringSet().Sum(Text),
        TableValueKind.List => ContainerBytes + value.GetList().Sum(element => ElementBytes + Of(element)),
        TableValueKind.Map => ContainerBytes + value.GetMap().Sum(member => ElementBytes + Text(member.Key) + Of(member.Value)),
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

        var parts = Math.Abs(number).ToString(WithoutTrailingZeros, CultureInfo.InvariantCulture).Split('.');
        var whole = parts[0].Length % 2 == 0 ? parts[0] : "0" + parts[0];
        var fraction = parts.Length == 1 ? "" : parts[1].Length % 2 == 0 ? parts[1] : parts[1] + "0";
        var pairs = (whole + fraction).Chunk(2).Select(pair => new string(pair)).ToList();
        var used = pairs.FindLastIndex(IsUsed) - pairs.FindIndex(IsUsed) + 1;
        return 1 + used + (number < 0 ? 1 : 0);
    }

    private static bool IsUsed(string pair) => pair != "00";
}
