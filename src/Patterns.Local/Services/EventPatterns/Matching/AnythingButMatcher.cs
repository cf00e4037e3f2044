namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches every present value, null too, that none of the excluded ones matches.</summary>
internal sealed class AnythingButMatcher(ValueMatcher[] excluded) : ValueMatcher
{
    public override bool Matches(in PatternValue value)
    {
        foreach (var matcher in excluded)
        {
            if (matcher.Matches(value))
            {
                return false;
            }
        }

        return true;
    }
}
