namespace Patterns.Cqrs.Internal;

/// <summary>What every attempt keeps to.</summary>
internal static class ViewAttempt
{
    /// <summary>How many rows one transaction changes: with two writes a row and the position, fewer than a transaction takes.</summary>
    public const int MostRows = 45;

    /// <summary>How many rows a state has, so that those that it had before can go in the same transaction.</summary>
    public const int MostOwnRows = 22;

    /// <summary>How many changes are read at a time to fill a gap.</summary>
    public const int MostChanges = 100;
}
