namespace Patterns.Local.Services.EventPatterns.Matching;

internal sealed class EqualTextMatcher(string expected, StringComparison comparison) : TextMatcher
{
    protected override bool MatchesText(string text) => string.Equals(text, expected, comparison);
}
