namespace Patterns.Singleton;

/// <summary>Somebody else has the lease.</summary>
public sealed class LeaseHeldException : Exception
{
    internal LeaseHeldException(string name, TimeSpan retryAfter)
        : base($"Somebody else has the lease '{name}'; it ends in {retryAfter.TotalSeconds:F0} s unless it is renewed.")
    {
        Name = name;
        RetryAfter = retryAfter;
    }

    /// <summary>The lease.</summary>
    public string Name { get; }

    /// <summary>After how long it ends, unless its owner renews it; never negative.</summary>
    public TimeSpan RetryAfter { get; }
}
