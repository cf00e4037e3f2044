namespace Patterns.Local.Services.Streams;

/// <summary>Spreads partition keys: the same key always has the same hash, in every run.</summary>
internal static class KeyHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a, mixed once more so that both halves of the hash can be used on their own.</summary>
    public static ulong Of(ReadOnlySpan<char> key)
    {
        var hash = Offset;
        foreach (var c in key)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
