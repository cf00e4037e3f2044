using System.Text;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>
/// The size of an item as DynamoDB counts it, rounded up:
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html.
/// </summary>
internal static class ItemSize
{
    // The names of the key's two attributes and of the expiry's, which the table decides.
    private const int KeyNames = 64;
    private const int ExpiryBytes = 32;
    private const int LargestNumber = 21;
    private const int CollectionBytes = 3;

    public static int Of(TableWrite write) => KeyBytes(write.Key) + write switch
    {
        TablePut put => ExpiryBytes + Of(put.Item.Attributes),
        TableUpdate update => ExpiryBytes + update.Actions.Sum(action => Bytes(action.Attribute) + (action.Value is { } value ? Of(value) : 0)),
        _ => 0,
    };

    private static int KeyBytes(TableKey key) => KeyNames + Bytes(key.Partition) + Bytes(key.Sort);

    private static int Of(IReadOnlyDictionary<string, TableValue> members) => members.Sum(member => Bytes(member.Key) + Of(member.Value));

    private static int Of(TableValue value) => value.Kind switch
    {
        TableValueKind.String => Bytes(value.GetString()),
        TableValueKind.Binary => value.GetBytes().Length,
        TableValueKind.Number => LargestNumber,
        TableValueKind.StringSet => value.GetStringSet().Sum(Bytes),
        TableValueKind.List => CollectionBytes + value.GetList().Sum(element => 1 + Of(element)),
        TableValueKind.Map => CollectionBytes + value.GetMap().Count + Of(value.GetMap()),
        _ => 1,
    };

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
