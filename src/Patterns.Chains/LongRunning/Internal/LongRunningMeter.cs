using System.Diagnostics.Metrics;

namespace Patterns.LongRunning.Internal;

/// <summary>The instruments of long-running tasks of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class LongRunningMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Checkpoints =
        Meter.CreateCounter<long>("patterns.long_running.checkpoints", "{checkpoint}", "Checkpoints that were written.");

    private static readonly Counter<long> Ended =
        Meter.CreateCounter<long>("patterns.long_running.ended", "{job}", "Jobs that ended, by phase.");

    private static readonly Counter<long> Orphans =
        Meter.CreateCounter<long>("patterns.long_running.orphans", "{job}", "Jobs for which a sweep sent a new message.");

    public static void CountCheckpoint(string name) => Count(Checkpoints, name);

    public static void CountOrphan(string name) => Count(Orphans, name);

    public static void CountEnded(string name, JobPhase phase)
    {
        if (Ended.Enabled)
        {
            Ended.Add(1, new("name", name), new("phase", phase.ToString()));
        }
    }

    private static void Count(Counter<long> counter, string name)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }
}
