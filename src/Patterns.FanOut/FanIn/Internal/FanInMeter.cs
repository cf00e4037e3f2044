using System.Diagnostics.Metrics;

namespace Patterns.FanIn.Internal;

/// <summary>The fan-in's instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class FanInMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Published =
        Meter.CreateCounter<long>("patterns.fan_in.published", "{aggregate}", "Aggregates whose results were published, by outcome.");

    private static readonly Counter<long> Late =
        Meter.CreateCounter<long>("patterns.fan_in.late", "{part}", "Parts whose aggregates ended without them.");

    private static readonly Counter<long> Lost =
        Meter.CreateCounter<long>("patterns.fan_in.lost", "{aggregate}", "Aggregates that had expired before their timers were looked at.");

    public static void CountPublished(string name, FanInOutcome outcome)
    {
        if (Published.Enabled)
        {
            Published.Add(1, new("name", name), new("outcome", outcome.ToString()));
        }
    }

    public static void CountLost(string name)
    {
        if (Lost.Enabled)
        {
            Lost.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }

    public static void CountLate(string name)
    {
        if (Late.Enabled)
        {
            Late.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }
}
