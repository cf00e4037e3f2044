using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Internal;

/// <summary>The views' instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal sealed class ProjectionMeter(string viewName)
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Histogram<double> Lag =
        Meter.CreateHistogram<double>("patterns.projections.lag", "s", "From a change, by its writer's clock, to its being in the live view.");

    private static readonly Counter<long> Applied =
        Meter.CreateCounter<long>("patterns.projections.applied", "{change}", "Changes that came into a view.");

    private static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("patterns.projections.duplicates", "{change}", "Changes that were in a view already.");

    private static readonly Counter<long> Healed =
        Meter.CreateCounter<long>("patterns.projections.healed", "{gap}", "Gaps that were filled from the table of the aggregates.");

    /// <summary>Counts changes that came into the view; the lag is of the live one.</summary>
    public void CountApplied(IReadOnlyList<PlannedChange> changes, bool isLive, DateTimeOffset now)
    {
        Count(Applied, changes.Count);
        if (isLive && Lag.Enabled)
        {
            foreach (var change in changes)
            {
                Lag.Record(Math.Max(0, (now - change.Mark.At).TotalSeconds), Tag);
            }
        }
    }

    public void CountDuplicates(int count) => Count(Duplicates, count);

    public void CountHealed() => Count(Healed, 1);

    private KeyValuePair<string, object?> Tag => new("view", viewName);

    private void Count(Counter<long> counter, int count)
    {
        if (count > 0)
        {
            counter.Add(count, Tag);
        }
    }
}
