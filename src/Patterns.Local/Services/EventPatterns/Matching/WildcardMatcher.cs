namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches a whole string; between the literal parts may stand any text.</summary>
/// <param name="parts">The literals between the stars: one part for no star, two for one star, and so on.</param>
internal sealed class WildcardMatcher(string[] parts) : TextMatcher
{
    protected override bool MatchesText(string text)
    {
        if (parts.Length == 1)
        {
            // An empty wildcard matches nothing, not even the empty string.
            return parts[0].Length > 0 && string.Equals(text, parts[0], StringComparison.Ordinal);
        }

        var rest = text.AsSpan();
        return text.Length >= parts[0].Length + parts[^1].Length
            && rest.StartsWith(parts[0]) && rest.EndsWith(parts[^1])
            && HasInOrder(rest[parts[0].Length..^parts[^1].Length]);
    }

    private bool HasInOrder(ReadOnlySpan<char> rest)
    {
        foreach (var part in parts.AsSpan()[1..^1])
        {
            var found = rest.IndexOf(part);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return true;
    }
}
