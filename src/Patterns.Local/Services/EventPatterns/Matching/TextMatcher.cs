namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches strings only.</summary>
internal abstract class TextMatcher : ValueMatcher
{
    public sealed override bool Matches(in PatternValue value) => value.Text is { } text && MatchesText(text);

    protected abstract bool MatchesText(string text);
}
