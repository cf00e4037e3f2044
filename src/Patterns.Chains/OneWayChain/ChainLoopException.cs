namespace Patterns.OneWayChain;

/// <summary>A chain was handed on more often than is allowed. Most often its steps send to each other in a circle.</summary>
public sealed class ChainLoopException : NonRetryableException
{
    internal ChainLoopException(string step, ChainPosition position, int maxHops)
        : base($"Chain {position.ChainId} was handed on {position.Hop} times when it came to step {step}, and {maxHops} are allowed. Look for a circle, or allow more by MaxHops.")
    {
        ChainId = position.ChainId;
        Hops = position.Hop;
    }

    /// <summary>The chain.</summary>
    public string ChainId { get; }

    /// <summary>How often it was handed on.</summary>
    public int Hops { get; }
}
