using System.Diagnostics.Metrics;

namespace Patterns.Telemetry;

/// <summary>The instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class PatternsMeter
{
    private static readonly Meter Meter = new("Patterns");

    public static readonly Counter<long> Handled =
        Meter.CreateCounter<long>("patterns.records.handled", "{record}", "Records that the handler succeeded with.");

    public static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("patterns.records.failed", "{record}", "Records that are reported to the source.");

    public static readonly Counter<long> Diverted =
        Meter.CreateCounter<long>("patterns.records.diverted", "{record}", "Records that went to the failure destination.");

    public static readonly Counter<long> Claimed =
        Meter.CreateCounter<long>("patterns.idempotency.claimed", "{key}", "Idempotency keys that were taken.");

    public static readonly Counter<long> Replayed =
        Meter.CreateCounter<long>("patterns.idempotency.replayed", "{record}", "Records and calls whose key was completed before.");

    public static readonly Counter<long> Waited =
        Meter.CreateCounter<long>("patterns.idempotency.waited", "{record}", "Records and calls that waited for somebody else's attempt.");

    public static readonly Counter<long> Mismatched =
        Meter.CreateCounter<long>("patterns.idempotency.mismatched", "{record}", "Records and calls whose key came with another payload before.");

    public static readonly Counter<long> LeasesLost =
        Meter.CreateCounter<long>("patterns.idempotency.leases_lost", "{key}", "Idempotency keys that were lost while their attempt ran.");

    public static void Count(Counter<long> counter, SourceKind source, int count = 1)
    {
        if (counter.Enabled)
        {
            Count(counter, source.ToString(), count);
        }
    }

    public static void Count(Counter<long> counter, string source, int count = 1)
    {
        if (counter.Enabled && count > 0)
        {
            counter.Add(count, new KeyValuePair<string, object?>("source", source));
        }
    }
}
