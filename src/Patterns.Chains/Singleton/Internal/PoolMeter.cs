using System.Diagnostics.Metrics;

namespace Patterns.Singleton.Internal;

/// <summary>The instruments of lease pools of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class PoolMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Acquired =
        Meter.CreateCounter<long>("patterns.pool.acquired", "{lease}", "Leases that were taken from a pool.");

    private static readonly Counter<long> Exhausted =
        Meter.CreateCounter<long>("patterns.pool.exhausted", "{request}", "Requests for which no lease was free in time.");

    private static readonly Counter<long> Lost =
        Meter.CreateCounter<long>("patterns.pool.lost", "{lease}", "Leases of a pool that ended or went to another holder before they were released.");

    private static readonly Histogram<double> Wait =
        Meter.CreateHistogram<double>("patterns.pool.wait", "s", "How long requests waited for a lease, those that had none in time included.");

    /// <summary>Counts a request that has ended; without a lease, it was in vain.</summary>
    public static void Count(LeasePoolOptions options, PoolLease? lease, TimeSpan waited)
    {
        if (Wait.Enabled)
        {
            Wait.Record(waited.TotalSeconds, Pool(options), Function(options));
        }

        if (lease is null)
        {
            Count(Exhausted, options);
        }
        else if (Acquired.Enabled)
        {
            Acquired.Add(1, Pool(options), Function(options), new KeyValuePair<string, object?>("borrowed", lease.IsBorrowed));
        }
    }

    public static void CountLost(LeasePoolOptions options) => Count(Lost, options);

    private static void Count(Counter<long> counter, LeasePoolOptions options)
    {
        if (counter.Enabled)
        {
            counter.Add(1, Pool(options), Function(options));
        }
    }

    private static KeyValuePair<string, object?> Pool(LeasePoolOptions options) => new("pool", options.Name);

    private static KeyValuePair<string, object?> Function(LeasePoolOptions options) => new("function", options.Function);
}
