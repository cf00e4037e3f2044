namespace Patterns.FanIn;

/// <summary>How an aggregate ended.</summary>
public class FanInSummary
{
    internal FanInSummary(string correlationId, FanInOutcome outcome, int partCount, int? expected, IReadOnlyList<string> missing)
    {
        CorrelationId = correlationId;
        Outcome = outcome;
        PartCount = partCount;
        Expected = expected;
        Missing = missing;
    }

    /// <summary>What all parts of the aggregate have in common.</summary>
    public string CorrelationId { get; }

    /// <summary>Why it ended.</summary>
    public FanInOutcome Outcome { get; }

    /// <summary>How many parts it has.</summary>
    public int PartCount { get; }

    /// <summary>How many were expected; null when nobody said.</summary>
    public int? Expected { get; }

    /// <summary>The ids of the parts that are missing; empty where only their number is known, or nothing.</summary>
    public IReadOnlyList<string> Missing { get; }
}
