using System.Text;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>A part of a list; the token holds the ARN that the part ended with, so that changes in between do no harm.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <param name="sorted">The list in ascending order of ARNs.</param>
    /// <param name="arnOf">The ARN of an item.</param>
    /// <param name="token">Where the part before ended.</param>
    public static Page<T> Of(IEnumerable<T> sorted, Func<T, string> arnOf, string? token)
    {
        var after = string.IsNullOrEmpty(token) ? "" : Decode(token);
        T[] items = [.. sorted.SkipWhile(item => string.CompareOrdinal(arnOf(item), after) <= 0).Take(SnsLimits.PageSize + 1)];
        return items.Length <= SnsLimits.PageSize
            ? new Page<T>(items, null)
            : new Page<T>(items[..^1], Convert.ToBase64String(Encoding.UTF8.GetBytes(arnOf(items[^2]))));
    }

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw SnsErrors.InvalidParameter("NextToken");
        }
    }
}
