namespace Patterns.FanIn;

/// <summary>An aggregate is said to have a number of parts, and was said to have another one. What was said first stays.</summary>
public sealed class FanInConflictException : NonRetryableException
{
    internal FanInConflictException(string correlationId, int known, int said)
        : base($"{correlationId} is said to have {said} parts, but it was said to have {known} before; the first number stays.")
    {
        CorrelationId = correlationId;
        Known = known;
        Said = said;
    }

    /// <summary>The aggregate.</summary>
    public string CorrelationId { get; }

    /// <summary>The number that was said first.</summary>
    public int Known { get; }

    /// <summary>The number that was said now.</summary>
    public int Said { get; }
}
