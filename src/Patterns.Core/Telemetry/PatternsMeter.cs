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

    public static void Count(Counter<long> counter, SourceKind source, int count = 1)
    {
        if (counter.Enabled)
        {
            counter.Add(count, new KeyValuePair<string, object?>("source", source.ToString()));
        }
    }
}
