namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>The pattern of <c>StringMatches</c>: a star stands for any characters, <c>\*</c> for a star, <c>\\</c> for a backslash.</summary>
internal static class WildcardPattern
{
    /// <summary>Whether a backslash comes before a star or a backslash only.</summary>
    public static bool IsValid(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && (++i == pattern.Length || pattern[i] is not ('*' or '\\')))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsMatch(string pattern, string text)
    {
        int at = 0, p = 0, star = -1, starAt = 0;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starAt) = (p++, at);
            }
            else if (p < pattern.Length && Literal(pattern, p, out var length) == text[at])
            {
                (at, p) = (at + 1, p + length);
            }
            else if (star >= 0)
            {
                (at, p) = (++starAt, star + 1);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static char Literal(string pattern, int at, out int length)
    {
        length = pattern[at] == '\\' && at + 1 < pattern.Length ? 2 : 1;
        return pattern[at + length - 1];
    }
}
