namespace Patterns.Resilience;

/// <summary>When a <see cref="Circuit"/> opens, and for how long.</summary>
public sealed class CircuitOptions
{
    /// <summary>Names what is called; circuits of one name and table are one. Without <c>#</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The part of calls that fail, above or at which the circuit opens; more than 0, at most 1. Default: 0.5.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many calls must have failed within <see cref="Sampling"/>, so that a few calls do not open it. Default: 5.</summary>
    public int MinimumFailures { get; init; } = 5;

    /// <summary>How long calls are counted together; it begins with a failure. Default: 30 seconds.</summary>
    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it is open, until one call is let through to try. Default: 15 seconds.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How old the state may be that an instance goes by: so much later it notices that others opened or closed the circuit, and so often at most it reads the
    /// table. Default: 1 second.
    /// </summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the table may take; after that, the call is made without it. Default: 250 milliseconds.</summary>
    public TimeSpan TableTimeout { get; init; } = TimeSpan.FromMilliseconds(250);

    internal CircuitOptions Validated()
    {
        var mistakes = Mistakes().ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(CircuitOptions), mistakes);
    }

    private IEnumerable<string> Mistakes()
    {
        if (Name is null or { Length: 0 or > 200 } || Name.Contains('#'))
        {
            yield return $"{nameof(Name)} must have 1 to 200 characters without '#', but is '{Name}'.";
        }

        if (FailureRatio is not (> 0 and <= 1))
        {
            yield return $"{nameof(FailureRatio)} must be more than 0 and at most 1, but is {FailureRatio}.";
        }

        if (MinimumFailures < 1)
        {
            yield return $"{nameof(MinimumFailures)} must be at least 1, but is {MinimumFailures}.";
        }

        foreach (var (name, value) in new[] { (nameof(Sampling), Sampling), (nameof(Break), Break), (nameof(TableTimeout), TableTimeout) })
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"{name} must be positive, but is {value}.";
            }
        }

        if (Refresh < TimeSpan.Zero)
        {
            yield return $"{nameof(Refresh)} must not be negative, but is {Refresh}.";
        }
    }
}
