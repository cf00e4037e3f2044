namespace Patterns.Local.Services.EventPatterns;

/// <summary>How a service limits wildcards, which are costly to match.</summary>
internal enum WildcardCosts
{
    /// <summary>
    /// At most three stars a value. A value costs one point for one star and three points a star for more; a field costs
    /// the points of its values times their number; all fields together may cost 100.
    /// </summary>
    Sns,

    /// <summary>
    /// The service estimates how many partial matches can be alive at once. Here that is the number of stars in one
    /// value that the same character follows, at most four.
    /// </summary>
    EventBridge,
}
