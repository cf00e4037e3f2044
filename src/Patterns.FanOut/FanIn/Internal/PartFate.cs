namespace Patterns.FanIn.Internal;

/// <summary>What became of a part.</summary>
internal enum PartFate
{
    /// <summary>It is counted now.</summary>
    Counted,

    /// <summary>It was counted before.</summary>
    Known,

    /// <summary>Its aggregate ended without it.</summary>
    Late,

    /// <summary>It says another number of parts than was said before.</summary>
    Conflicting,
}
