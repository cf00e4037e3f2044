namespace Patterns.FanIn;

/// <summary>How far an aggregate is.</summary>
public enum FanInState
{
    /// <summary>It takes parts.</summary>
    Open,

    /// <summary>Somebody decided that it has ended; its parts are final, and its result is on the way.</summary>
    Closed,

    /// <summary>Its result was published.</summary>
    Published,
}
