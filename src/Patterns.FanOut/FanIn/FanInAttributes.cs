namespace Patterns.FanIn;

/// <summary>The message attributes that a published result has.</summary>
public static class FanInAttributes
{
    /// <summary><c>Completed</c> or <c>TimedOut</c>.</summary>
    public const string Outcome = "fan-in-outcome";

    /// <summary>How many parts the result is made of.</summary>
    public const string Parts = "fan-in-parts";

    /// <summary>How many were expected; absent when nobody said.</summary>
    public const string Expected = "fan-in-expected";

    /// <summary>The ids of the missing parts with commas between them, the first 10; absent where none is known to be missing.</summary>
    public const string Missing = "fan-in-missing";
}
