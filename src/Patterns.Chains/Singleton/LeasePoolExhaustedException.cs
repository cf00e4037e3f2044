namespace Patterns.Singleton;

/// <summary>No lease of a pool was free in time. The work is tried again later.</summary>
public sealed class LeasePoolExhaustedException : Exception
{
    internal LeasePoolExhaustedException(LeasePoolOptions options, TimeSpan retryAfter)
        : base($"All {options.Size} leases of the pool '{options.Name}' that '{options.Function}' may have are taken; the first of them ends in {retryAfter.TotalSeconds:F0} s unless it is renewed.")
    {
        Pool = options.Name;
        Function = options.Function;
        RetryAfter = retryAfter;
    }

    /// <summary>The pool.</summary>
    public string Pool { get; }

    /// <summary>The function that asked.</summary>
    public string Function { get; }

    /// <summary>After how long a lease is free, unless its holder renews it or gives it back earlier; never negative.</summary>
    public TimeSpan RetryAfter { get; }
}
