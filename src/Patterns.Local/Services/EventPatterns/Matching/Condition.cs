namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>What a pattern demands at one path: any of the matchers.</summary>
internal sealed class Condition(int index, string path, ValueMatcher[] matchers)
{
    /// <summary>The place of this condition's state in a <see cref="MatchRun"/>.</summary>
    public int Index { get; } = index;

    /// <summary>The keys from the top, joined with dots.</summary>
    public string Path { get; } = path;

    /// <summary>How many entries the array has.</summary>
    public int Breadth => matchers.Length;

    /// <summary>Whether the condition holds when the document has no value at the path.</summary>
    public bool AcceptsAbsence { get; } =
        Array.Exists(matchers, matcher => matcher is PresenceMatcher { AcceptsAbsence: true });

    public bool Matches(in PatternValue value)
    {
        foreach (var matcher in matchers)
        {
            if (matcher.Matches(value))
            {
                return true;
            }
        }

        return false;
    }
}
