namespace Patterns.Local.Gateway;

/// <summary>Finds a parameter in a query string or form without taking the rest apart.</summary>
internal static class QueryText
{
    /// <summary>The decoded value of the first parameter of that name; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<char> query, ReadOnlySpan<char> name)
    {
        foreach (var range in query.TrimStart('?').Split('&'))
        {
            var pair = query.TrimStart('?')[range];
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair[..name.Length].SequenceEqual(name))
            {
                return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
            }
        }

        return null;
    }
}
