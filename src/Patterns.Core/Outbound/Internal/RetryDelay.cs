using System.Diagnostics.CodeAnalysis;

namespace Patterns.Outbound.Internal;

/// <summary>Full jitter: a random wait up to a bound that doubles with every attempt.</summary>
internal static class RetryDelay
{
    private const int MostDoublings = 20;

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    public static TimeSpan After(int attempts, OutboundOptions options)
    {
        var bound = options.FirstDelay.Ticks * (1L << Math.Clamp(attempts - 1, 0, MostDoublings));
        return TimeSpan.FromTicks((long)(Random.Shared.NextDouble() * Math.Min(bound, options.MaxDelay.Ticks)));
    }
}
