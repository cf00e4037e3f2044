namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary><c>exists</c>: true accepts any value; false accepts none, and makes its condition accept absence.</summary>
internal sealed class PresenceMatcher(bool mustExist) : ValueMatcher
{
    public bool AcceptsAbsence => !mustExist;

    public override bool Matches(in PatternValue value) => mustExist;
}
