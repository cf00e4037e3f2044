namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Adds up what the wildcards of a pattern cost; see <see cref="WildcardCosts"/>.</summary>
internal sealed class WildcardBudget(WildcardCosts costs)
{
    private const int MaxSnsStars = 3;
    private const int MaxSnsPoints = 100;
    private const int MaxLikeStars = 4;
    private int _fieldPoints;
    private int _fieldWildcards;
    private int _total;

    /// <param name="parts">The literals between the stars.</param>
    public void Spend(List<string> parts)
    {
        var stars = parts.Count - 1;
        if (costs == WildcardCosts.Sns ? stars > MaxSnsStars : MostLikeStars(parts) > MaxLikeStars)
        {
            throw TooComplex();
        }

        _fieldPoints += stars > 1 ? stars * 3 : stars;
        _fieldWildcards++;
    }

    public void EndField()
    {
        _total += _fieldPoints * _fieldWildcards;
        (_fieldPoints, _fieldWildcards) = (0, 0);
    }

    public void CheckTotal()
    {
        if (costs == WildcardCosts.Sns && _total > MaxSnsPoints)
        {
            throw TooComplex();
        }
    }

    private static int MostLikeStars(List<string> parts) => parts
        .Skip(1)
        .Where(part => part.Length > 0)
        .GroupBy(part => part[0])
        .Select(group => group.Count())
        .DefaultIfEmpty()
        .Max();

    private static EventPatternException TooComplex() => new(
        "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character");
}
