namespace Patterns.Local.Services.EventPatterns.Matching;

internal sealed class SuffixMatcher(string suffix, StringComparison comparison) : TextMatcher
{
    protected override bool MatchesText(string text) => text.EndsWith(suffix, comparison);
}
