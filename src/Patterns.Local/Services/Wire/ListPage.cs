using System.Globalization;

namespace Patterns.Local.Services.Wire;

/// <summary>A part of a list, and the token of the next part.</summary>
internal static class ListPage
{
    /// <summary>The page that a token begins, or null when token or size are not valid.</summary>
    public static Page<T>? Of<T>(IReadOnlyList<T> all, string? token, int? size, int largest)
    {
        var start = 0;
        if ((token is not null && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start)) || size is < 1 || size > largest)
        {
            return null;
        }

        start = Math.Min(start, all.Count);
        var end = Math.Min(all.Count, start + (size ?? largest));
        return new Page<T>([.. all.Skip(start).Take(end - start)], end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
}
