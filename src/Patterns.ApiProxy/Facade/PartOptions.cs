using Patterns.Facade.Internal;
using Patterns.Resilience;
using Polly;

namespace Patterns.Facade;

/// <summary>How a part is asked for, and what becomes of it when it does not answer. Keep one object for all requests.</summary>
/// <typeparam name="T">The part's value.</typeparam>
public sealed class PartOptions<T>
{
    // One reference, so that nobody reads the clock of one and the pipeline of another.
    private volatile TimedPipeline? _built;

    internal static PartOptions<T> Default { get; } = new();

    /// <summary>Whether there is no reply without it. Default: false, and the reply names it as missing.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>How long it may take, all attempts and what it waits for the cache included; never longer than the plan. Default: null, as long as the plan.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>How many attempts it has, as far as there is time. Default: 2.</summary>
    public int MaxAttempts { get; init; } = 2;

    /// <summary>How long one attempt may take. Default: null, as long as the part.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The longest pause before the second attempt; each later one is up to twice as long. The pause is a random part of it. Default: 50 milliseconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Tells failures after which another attempt may do better. Default: <see cref="HttpRequestException"/> without a status or with 408, 429, 502, 503 or
    /// 504, <see cref="IOException"/>, and an attempt that ran out of time.
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = PartPipelines.IsTransient;

    /// <summary>
    /// Keeps calls away from a service that is out of order. A failed or timed out attempt counts as a failure of it, but not a <c>ProblemException</c>,
    /// not an <see cref="HttpRequestException"/> with a status of 4xx other than 408, 425 and 429, and not what is given up because a mandatory part is missing. Default: null, for none.
    /// </summary>
    public Circuit? Circuit { get; init; }

    /// <summary>Where values are kept. Default: null, for nowhere.</summary>
    public PartCache? Cache { get; init; }

    /// <summary>Stands in for a part that is missing, once there is no value in the cache either. Default: null, for none.</summary>
    public Func<MissingReason, T>? Fallback { get; init; }

    internal ResiliencePipeline Pipeline(TimeProvider time)
    {
        if (_built is not { } built || built.Time != time)
        {
            _built = built = new TimedPipeline(time, PartPipelines.Build(this, time));
        }

        return built.Pipeline;
    }

    /// <exception cref="OptionsException">One or more options are out of range.</exception>
    internal void Validate()
    {
        var mistakes = Mistakes().ToList();
        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(PartOptions<>), mistakes);
        }
    }

    private IEnumerable<string> Mistakes()
    {
        if (Budget <= TimeSpan.Zero)
        {
            yield return $"{nameof(Budget)} must be null or positive, but is {Budget}.";
        }

        if (AttemptTimeout <= TimeSpan.Zero)
        {
            yield return $"{nameof(AttemptTimeout)} must be null or positive, but is {AttemptTimeout}.";
        }

        if (MaxAttempts < 1)
        {
            yield return $"{nameof(MaxAttempts)} must be at least 1, but is {MaxAttempts}.";
        }

        if (RetryDelay < TimeSpan.Zero)
        {
            yield return $"{nameof(RetryDelay)} must not be negative, but is {RetryDelay}.";
        }
    }
}
