namespace Patterns.Local.Services.EventPatterns.Matching;

internal sealed class PrefixMatcher(string prefix, StringComparison comparison) : TextMatcher
{
    protected override bool MatchesText(string text) => text.StartsWith(prefix, comparison);
}
