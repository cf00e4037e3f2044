namespace StreamWindows.Functions;

/// <summary>What is known of a visit, in whichever order its views came.</summary>
public sealed record VisitSoFar(int Views, PageView First, PageView Last)
{
    public static VisitSoFar Of(PageView view) => new(1, view, view);

    public VisitSoFar With(VisitSoFar other) => new(
        Views + other.Views,
        First.At <= other.First.At ? First : other.First,
        Last.At >= other.Last.At ? Last : other.Last);
}
