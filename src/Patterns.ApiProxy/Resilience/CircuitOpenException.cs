namespace Patterns.Resilience;

/// <summary>A circuit is open: the call was not made.</summary>
public sealed class CircuitOpenException : Exception
{
    internal CircuitOpenException(string name, TimeSpan retryAfter)
        : base($"The circuit '{name}' is open.")
    {
        Name = name;
        RetryAfter = retryAfter;
    }

    /// <summary>The circuit's name.</summary>
    public string Name { get; }

    /// <summary>After which a call may be let through.</summary>
    public TimeSpan RetryAfter { get; }
}
