namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>One entry of a condition's array: a literal or a match expression.</summary>
internal abstract class ValueMatcher
{
    public abstract bool Matches(in PatternValue value);
}
