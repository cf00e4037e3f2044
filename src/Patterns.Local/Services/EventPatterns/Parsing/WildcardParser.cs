using System.Text;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Splits a wildcard at its stars; a backslash before a star or a backslash makes it an ordinary character.</summary>
internal static class WildcardParser
{
    public static WildcardMatcher Parse(ref PatternReader reader, string text, WildcardBudget budget)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when i + 1 < text.Length && text[i + 1] == '*':
                    throw reader.ErrorAfter($"Consecutive wildcard characters at pos {PositionOf(text, i)}");
                case '*':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case '\\' when i + 1 < text.Length && text[i + 1] is '*' or '\\':
                    part.Append(text[++i]);
                    break;
                case '\\':
                    throw reader.ErrorAfter($"Invalid escape character at pos {PositionOf(text, i)}");
                default:
                    part.Append(text[i]);
                    break;
            }
        }

        parts.Add(part.ToString());
        budget.Spend(parts);
        return new WildcardMatcher([.. parts]);
    }

    // In UTF-8 bytes, and counting the opening quote.
    private static int PositionOf(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index)) + 1;
}
