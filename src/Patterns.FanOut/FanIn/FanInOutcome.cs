namespace Patterns.FanIn;

/// <summary>Why an aggregate ended.</summary>
public enum FanInOutcome
{
    /// <summary>It had all that it waited for.</summary>
    Completed,

    /// <summary>Its deadline came first.</summary>
    TimedOut,
}
