using System.Diagnostics.Metrics;

namespace Patterns.Singleton.Internal;

/// <summary>The instruments of leases and singletons of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class SingletonMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Acquired =
        Meter.CreateCounter<long>("patterns.singleton.acquired", "{lease}", "Leases that a singleton took.");

    private static readonly Counter<long> Skipped =
        Meter.CreateCounter<long>("patterns.singleton.skipped", "{message}", "Messages that were skipped since somebody else had the lease.");

    private static readonly Counter<long> Lost =
        Meter.CreateCounter<long>("patterns.singleton.lost", "{lease}", "Leases that ended or went to another owner before their owner released them.");

    public static void CountAcquired(string name) => Count(Acquired, name);

    public static void CountSkipped(string name) => Count(Skipped, name);

    public static void CountLost(string name) => Count(Lost, name);

    private static void Count(Counter<long> counter, string name)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }
}
