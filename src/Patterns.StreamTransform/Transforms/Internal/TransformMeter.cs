using System.Diagnostics.Metrics;

namespace Patterns.StreamTransform.Internal;

/// <summary>The package's instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class TransformMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Emitted =
        Meter.CreateCounter<long>("patterns.transform.emitted", "{record}", "Outputs that are durable at a sink or its overflow.");

    private static readonly Counter<long> Dropped =
        Meter.CreateCounter<long>("patterns.transform.dropped", "{record}", "Records, and parts of them, that were left out by rule.");

    private static readonly Counter<long> Overflowed =
        Meter.CreateCounter<long>("patterns.transform.overflowed", "{record}", "Outputs that a sink did not take in time and its overflow took.");

    public static void CountEmitted(string transform, string sink, int count) => Count(Emitted, transform, "sink", sink, count);

    public static void CountOverflowed(string transform, string sink, int count) => Count(Overflowed, transform, "sink", sink, count);

    public static void CountDropped(string transform, Dictionary<string, int> tally)
    {
        foreach (var (reason, count) in tally)
        {
            Count(Dropped, transform, "reason", reason, count);
        }
    }

    private static void Count(Counter<long> counter, string transform, string tag, string value, int count)
    {
        if (counter.Enabled && count > 0)
        {
            counter.Add(count, new("transform", transform), new(tag, value));
        }
    }
}
