using System.Text;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The size of what a write leaves, rounded up: only the table knows the names of the key and of the expiry.</summary>
internal static class ItemSize
{
    // The names of the key's two attributes and of the expiry's, which the table decides.
    private const int KeyNames = 64;
    private const int ExpiryBytes = 32;

    public static int Of(TableWrite write) => KeyNames + write switch
    {
        TablePut put => ExpiryBytes + put.Item.GetSize(),
        TableUpdate update => ExpiryBytes + KeyBytes(update.Key) + update.Actions.Sum(action => Bytes(action.Attribute) + (action.Value?.GetSize() ?? 0)),
        _ => KeyBytes(write.Key),
    };

    private static int KeyBytes(TableKey key) => Bytes(key.Partition) + Bytes(key.Sort);

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
