using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Internal;

/// <summary>The aggregates' instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal sealed class AggregateMeter(string aggregateType)
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Appended =
        Meter.CreateCounter<long>("patterns.aggregates.appended", "{event}", "Events that a store appended itself.");

    private static readonly Counter<long> RacesLost =
        Meter.CreateCounter<long>("patterns.aggregates.races_lost", "{write}", "Writes that found another version than they expected.");

    private static readonly Counter<long> SnapshotsFailed =
        Meter.CreateCounter<long>("patterns.aggregates.snapshots_failed", "{snapshot}", "Snapshots that could not be written or read.");

    public void CountAppended(int count) => Count(Appended, count);

    public void CountRaceLost() => Count(RacesLost, 1);

    public void CountSnapshotFailed() => Count(SnapshotsFailed, 1);

    private void Count(Counter<long> counter, int count)
    {
        if (counter.Enabled)
        {
            counter.Add(count, new KeyValuePair<string, object?>("aggregate", aggregateType));
        }
    }
}
