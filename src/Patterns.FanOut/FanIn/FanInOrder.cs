namespace Patterns.FanIn;

/// <summary>In which order an aggregate's parts are combined. Either is the same every time.</summary>
public enum FanInOrder
{
    /// <summary>By the parts' ids, compared by their UTF-8 bytes.</summary>
    PartId,

    /// <summary>By when they were taken, then by their ids. Clocks of different machines differ: the order is best effort.</summary>
    Arrival,
}
