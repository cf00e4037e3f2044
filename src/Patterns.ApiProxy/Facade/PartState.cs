namespace Patterns.Facade;

/// <summary>What became of a part.</summary>
public enum PartState
{
    /// <summary>It was asked for, and answered.</summary>
    Fresh,

    /// <summary>It comes from the cache, where it is still fresh.</summary>
    Cached,

    /// <summary>It comes from the cache, and is older than it should be.</summary>
    Stale,

    /// <summary>Its fallback stands in for it.</summary>
    Substituted,

    /// <summary>It is not there.</summary>
    Missing,
}
